using Huitou.Engine;

namespace Huitou.Flows.Exports;

/// <summary>What customers' classes are called.</summary>
internal static class ClassWords
{
    internal static Words Of(RClass r) => r switch
    {
        RClass.Active => new("活跃", "active"),
        RClass.Silent => new("沉默", "silent"),
        RClass.Dormant => new("沉睡", "dormant"),
        RClass.Lost => new("流失", "lost"),
    };

    internal static Words Of(FClass f) => f switch
    {
        FClass.New => new("新客户", "new"),
        FClass.Second => new("二次客户", "second"),
        FClass.Old => new("老客户", "old"),
        FClass.Fan => new("粉丝客户", "fan"),
    };

    internal static Words Of(RfmGroup group) => group switch
    {
        RfmGroup.ImportantValue => new("重要价值", "important value"),
        RfmGroup.ImportantKeep => new("重要保持", "important keep"),
        RfmGroup.ImportantDevelop => new("重要发展", "important develop"),
        RfmGroup.ImportantWinback => new("重要挽留", "important win-back"),
        RfmGroup.GeneralValue => new("一般价值", "general value"),
        RfmGroup.GeneralKeep => new("一般保持", "general keep"),
        RfmGroup.GeneralDevelop => new("一般发展", "general develop"),
        RfmGroup.GeneralWinback => new("一般挽留", "general win-back"),
    };
}
