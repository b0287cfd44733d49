using System.CommandLine;
using System.CommandLine.Help;
using Huitou.Cli;

// A RootCommand would call itself after the assembly, and help would name a command that nobody types.
var root = new Command("huitou", "Huitou: brings first-time buyers back.")
{
    new HelpOption(),
    new VersionOption(),
    Verb.Json,
    Verb.Csv,
    ServeVerb.Make(),
    ImportVerb.Make(),
    RejectsVerb.Make(),
    UndoVerb.Make(),
    IdentityVerb.Make(),
    RatesVerb.Make(),
    ExportVerb.Make(),
    SeedVerb.Make(),
    UserVerb.Make(),
    TokenVerb.Make(),
    OverviewVerb.Make(),
    GridVerb.Make(),
    RfmVerb.Make(),
    TouchesVerb.Make(),
    CustomersVerb.Make(),
    ViewVerb.Make(),
    PruneVerb.Make(),
    LevelVerb.Make(),
    ShopVerb.Make(),
    StatusVerb.Make(),
    CustomerVerb.Make(),
    KeyVerb.Make(),
    AuditVerb.Make(),
    BackupVerb.MakeBackup(),
    BackupVerb.MakeRestore(),
};
var given = root.Parse(args);
var code = await given.InvokeAsync();

// The parser ends with 1 when it does not understand; here 1 says "understood, but refused".
return given.Errors.Count > 0 ? Exit.Usage : code;
