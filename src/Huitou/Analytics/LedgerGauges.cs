using Huitou.Data;
using Microsoft.Extensions.Hosting;

namespace Huitou.Analytics;

/// <summary>Measures the ledger for who watches the host: how far it follows, and what it weighs.</summary>
internal sealed class LedgerGauges(HuitouMeter meter, InProcessLedgerHost host, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meter.Meter.CreateObservableGauge("huitou.feed.lag", () => Of(state => Math.Max(0, (time.GetUtcNow() - state.UpTo).TotalSeconds)), "s", "Age of the figures: everything committed before is in them.");
        meter.Meter.CreateObservableGauge("huitou.ledger.size", () => Of(state => (double)state.Ledger.ByteSize), "By", "What the ledger takes in memory.");
        meter.Meter.CreateObservableGauge("huitou.ledger.customers", () => Of(state => (double)state.Ledger.CustomerCount), null, "Customers in the ledger.");
        meter.Meter.CreateObservableGauge("huitou.ledger.orders", () => Of(state => (double)state.Ledger.OrderCount), null, "Orders in the ledger.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing is said of a ledger that is still being built.</summary>
    private IEnumerable<System.Diagnostics.Metrics.Measurement<double>> Of(Func<LedgerState, double> value) => host.Current is { } state ? [new(value(state))] : [];
}
