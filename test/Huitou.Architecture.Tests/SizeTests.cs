using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Huitou.Architecture.Tests;

/// <summary>Small enough to read: a file is one whole thought, a function one step. There is no list of exceptions.</summary>
public sealed class SizeTests
{
    private const int MostFileLines = 400;
    private const int MostPageLines = 250;
    private const int MostFunctionLines = 60;
    private const int MostKernelLines = 120;
    private const int MostConstructorParameters = 7;

    [Fact]
    public void Files_are_short()
    {
        var long_ = from file in Sources(".cs", ".ts", ".tsx", ".mjs", ".css", ".sh")
                    let limit = file.EndsWith(".tsx", StringComparison.Ordinal) ? MostPageLines : MostFileLines
                    let lines = Repository.Read(file).AsSpan().Count('\n')
                    where lines > limit
                    select $"{file}: {lines} lines, limit {limit}";
        Assert.Empty(long_);
    }

    [Fact]
    public void Functions_are_short()
    {
        var long_ = from file in Sources(".cs")
                    from node in Tree(file).DescendantNodes()
                    where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
                    let span = node.GetLocation().GetLineSpan()
                    let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                    let limit = IsKernel(file) ? MostKernelLines : MostFunctionLines
                    where lines > limit
                    select $"{file}:{span.StartLinePosition.Line + 1}: {lines} lines, limit {limit}";
        Assert.Empty(long_);
    }

    [Fact]
    public void Constructors_do_not_list_the_application()
    {
        var wide = from file in Sources(".cs")
                   where file.StartsWith("src/", StringComparison.Ordinal)
                   from node in Tree(file).DescendantNodes()
                   let parameters = node switch
                   {
                       ConstructorDeclarationSyntax constructor => constructor.ParameterList,
                       ClassDeclarationSyntax type => type.ParameterList,
                       _ => null,
                   }
                   where parameters?.Parameters.Count > MostConstructorParameters
                   select $"{file}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {parameters!.Parameters.Count} parameters";
        Assert.Empty(wide);
    }

    /// <summary>Inner loops over columns may be longer, because splitting them costs what they are for.</summary>
    private static bool IsKernel(string file) => file.StartsWith("src/Huitou.Engine/", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(params string[] endings) => Repository.Files.Where(file =>
        endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)) && !Repository.IsGenerated(file));

    private static SyntaxNode Tree(string file) => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();
}
