namespace Huitou.Access;

/// <summary>The closed set of codes that a refusal or an error carries. Clients branch on them and the pages translate them.</summary>
public static class ProblemCode
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(ProblemCode).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
    ];

    public const string InvalidBody = "invalid_body";
    public const string InvalidField = "invalid_field";
    public const string NotSignedIn = "not_signed_in";
    public const string NotAllowed = "not_allowed";
    public const string BeyondScope = "beyond_scope";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string TooLarge = "too_large";
    public const string Conflict = "conflict";
    public const string PreconditionFailed = "precondition_failed";
    public const string PreconditionRequired = "precondition_required";
    public const string TooManyTries = "too_many_tries";
    public const string Unexpected = "unexpected";
    public const string Unavailable = "unavailable";

    public const string AntiforgeryMissing = "antiforgery_missing";
    public const string WrongPassword = "wrong_password";
    public const string LockedOut = "locked_out";
    public const string WeakPassword = "weak_password";
    public const string SetUpDone = "setup_done";
    public const string SetUpTokenWrong = "setup_token_wrong";
    public const string NameTaken = "name_taken";
    public const string LastOwner = "last_owner";
    public const string UnknownTimeZone = "unknown_time_zone";
    public const string TimeZoneInUse = "time_zone_in_use";
    public const string UnknownCurrency = "unknown_currency";
    public const string DatabaseElsewhere = "database_elsewhere";
    public const string KeyMissing = "key_missing";
    public const string WrongKey = "wrong_key";

    public const string UnreadableFile = "unreadable_file";
    public const string EmptyFile = "empty_file";
    public const string TruncatedFile = "truncated_file";
    public const string EncryptedFile = "encrypted_file";
    public const string FileTooLargeInside = "file_too_large_inside";
    public const string OldExcel = "old_excel";
    public const string PackedArchive = "packed_archive";
    public const string NotATable = "not_a_table";
    public const string TooManyColumns = "too_many_columns";
    public const string SheetMissing = "sheet_missing";
    public const string MissingFields = "missing_fields";
    public const string ImportRunning = "import_running";
    public const string NotCommitted = "not_committed";
    public const string JobFinished = "job_finished";
    public const string Cancelled = "cancelled";
    public const string Interrupted = "interrupted";

    public const string LedgerBuilding = "ledger_building";
    public const string TouchesNotKept = "touches_not_kept";
}
