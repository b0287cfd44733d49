using Huitou.Connect.Facts;

namespace Huitou.Orders;

/// <summary>Touches that are to be seen, and whose they are: who they name; where they name an order alone, its buyer.</summary>
internal static class VisibleTouches
{
    /// <summary>For SQL on both databases, of touches under the alias <c>t</c>.</summary>
    internal static readonly string Sql = VisibleFacts.Sql("t");

    /// <summary>Joins to a touch <c>t</c> its order and that one's buyer, where it has to be asked for; gives the node in <see cref="Node"/>.</summary>
    internal static readonly string JoinBuyer =
        $"LEFT JOIN order_fact o ON t.evidence_node_id IS NULL AND o.shop_id = t.shop_id AND o.order_no = t.order_no AND {VisibleOrders.Sql} {VisibleOrders.JoinBuyer}";

    /// <summary>The evidence node of whom it touched, null for nobody.</summary>
    internal const string Node = $"coalesce(t.evidence_node_id, {VisibleOrders.Node})";
}
