namespace Huitou.Access;

/// <summary>What the audit can tell: a closed set. <see cref="AuditWords"/> says each in both languages, <see cref="AuditFact"/> which values it names.</summary>
public enum AuditKind
{
    SignedIn,
    DemoSignedIn,

    PasswordWrong,
    LockedOut,

    OwnerSetUp,
    DemoOwnerAdded,
    UserAdded,
    UserAccessChanged,
    UserRemoved,
    PasswordReset,
    OwnPasswordChanged,

    TokenCreated,
    TokenRevoked,

    ShopSetUp,
    ShopAdded,
    ShopRenamed,
    ShopZoneChanged,
    ShopPlatformChanged,
    DefinitionsChanged,
    IdentityRulesChanged,
    ServiceLevelsChanged,
    ViewMade,
    ViewChanged,
    ViewDeleted,
    GridLimitsSet,
    RateSet,
    RateRemoved,

    Imported,

    ImportUndone,
    DecisionWithdrawn,
    ProfileTakenBack,

    CustomersMerged,
    EvidenceParted,
    CustomersKeptApart,
    CustomersResolved,

    ProfileWritten,

    ConsentDeclared,
    ConsentWithdrawn,

    CustomersBinned,
    CustomersRestored,

    CustomersErased,
    CustomersErasedAgain,

    CustomerRevealed,

    ExportedMasked,
    ExportedInFull,
    PersonExported,

    BackupWithKeys,
    BackupWithoutKeys,

    BackupRestored,

    KeyRotated,
}
