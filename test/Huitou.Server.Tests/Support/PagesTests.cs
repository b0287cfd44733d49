namespace Huitou.Server.Tests.Support;

public sealed class PagesTests : IAsyncLifetime
{
    private readonly string _pages = Directory.CreateTempSubdirectory("huitou-pages-").FullName;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_pages, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_pages, "index.html"), "<!doctype html><title>first</title>");
        await File.WriteAllTextAsync(Path.Combine(_pages, "assets", "index-4f2a.js"), new string('x', 5000));
        _host = await TestHost.StartAsync(server: new ServerOptions { Pages = _pages });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_pages, recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/insights/grid?asOf=2026-11-21")]
    public async Task Any_address_of_a_page_is_the_first_page_and_always_fresh(string address)
    {
        using var response = await GetAsync(address);

        Assert.Contains("<title>first</title>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task What_carries_its_hash_is_kept_for_ever_and_travels_compressed()
    {
        using var response = await GetAsync("/assets/index-4f2a.js");

        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/assets/index-gone.js")]
    [InlineData("/../huitou.db")]
    [InlineData("/%2e%2e/huitou.db")]
    public async Task What_is_not_there_is_not_the_first_page(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = _host.Address };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        if (!response.Content.Headers.ContentEncoding.Contains("br") || response.Content.Headers.ContentType?.MediaType != "text/html") return response;

        var plain = new System.IO.Compression.BrotliStream(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);
        var content = new StreamContent(plain);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
        return response;
    }
}
