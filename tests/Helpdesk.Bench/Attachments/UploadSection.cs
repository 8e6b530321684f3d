using System.Diagnostics;
using System.Net;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.Attachments;

/// <summary>
/// Files sent at once, beside the same bytes that a listener writes to the same disk and brings to it, without form, checksum or rights;
/// and how the product's memory grows while fifty large files arrive.
/// </summary>
internal sealed class UploadSection : ISection
{
    private const int AtOnce = 4;
    private const int Many = 50;
    private const long Megabyte = 1024 * 1024;

    public string Name => "uploads";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        var (product, town) = (servers.Product, servers.Tickets.Large);
        var credential = await product.SignIn(town);
        var size = (bench.Options.Quick ? 10 : 100) * Megabyte;
        var turns = bench.Options.Quick ? 3 : 5;
        using var copies = new RawCopies(Path.Combine(servers.Folder, "raw"), size);

        var sent = new UploadRequest(town.Host, credential, size);
        Speed(product.Server.Address, sent, AtOnce);
        Speed(copies.Address, sent, AtOnce);
        var pairs = Enumerable.Range(0, turns).Select(_ =>
            (Product: Speed(product.Server.Address, sent, AtOnce), Raw: Speed(copies.Address, sent, AtOnce))).ToList();
        var ratios = pairs.Select(pair => pair.Product / pair.Raw).ToList();
        var speed = new Table(
            "uploads", $"Files of {size / Megabyte} MiB, {AtOnce} at once, beside a raw copy; MiB a second",
            new("product", "product", "N0"), new("raw", "raw copy", "N0"), new("ratio", "ratio", "N2"),
            new("low", "lower quartile", "N2"), new("high", "upper quartile", "N2"));
        speed.Add(
            pairs.Select(pair => pair.Product).Median(), pairs.Select(pair => pair.Raw).Median(), ratios.Median(), ratios.Quantile(0.25),
            ratios.Quantile(0.75));
        bench.Report.Add(speed);
        bench.Report.Add(new Aim("uploads: share of a raw copy", ratios.Median(), Least: 0.7));

        Memory(bench, product.Server, sent);
    }

    private static void Memory(Bench bench, ServerProcess server, UploadRequest sent)
    {
        var before = server.ResidentMemory;
        var (most, ended) = (before, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref ended))
            {
                most = Math.Max(most, server.ResidentMemory);
                Thread.Sleep(50);
            }
        });
        watch.Start();
        Speed(server.Address, sent, Many);
        Volatile.Write(ref ended, true);
        watch.Join();

        var grown = (most - before) / (double)Megabyte;
        var table = new Table(
            "uploads_memory", $"The product's resident memory while {Many} files of {sent.Size / Megabyte} MiB arrive at once; MiB",
            new("before", "before", "N0"), new("most", "most", "N0"), new("grown", "grown by", "N0"));
        table.Add(before / (double)Megabyte, most / (double)Megabyte, grown);
        bench.Report.Add(table);
        bench.Report.Add(new Aim($"uploads: MiB that {Many} at once take", grown, Most: 200));
    }

    /// <returns>MiB a second, of all together.</returns>
    private static double Speed(IPEndPoint server, UploadRequest sent, int atOnce)
    {
        Exception? failure = null;
        var began = Stopwatch.GetTimestamp();
        var senders = Enumerable.Range(0, atOnce).Select(_ => new Thread(
            () =>
            {
                try
                {
                    sent.SendTo(server);
                }
                catch (Exception failed)
                {
                    failure = failed;
                }
            }, 256 * 1024)).ToList();
        senders.ForEach(sender => sender.Start());
        senders.ForEach(sender => sender.Join());
        return failure is null ? atOnce * sent.Size / (double)Megabyte / Stopwatch.GetElapsedTime(began).TotalSeconds
            : throw new InvalidOperationException("An upload failed.", failure);
    }
}
