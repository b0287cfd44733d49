namespace Huitou.Access;

/// <summary>The four roles. What each may do is in <see cref="Permissions"/>.</summary>
public enum Role
{
    /// <summary>所有者: everything.</summary>
    Owner,

    /// <summary>运营: everything but users, tokens, audit and settings.</summary>
    Operator,

    /// <summary>客服: looks customers up, notes and corrects.</summary>
    Service,

    /// <summary>只读: reads reports, sees no person.</summary>
    Reader,
}

/// <summary>The closed list of permissions. Every endpoint names one.</summary>
public enum Permission
{
    /// <summary>See how fresh the data is and what a figure means.</summary>
    StatusRead,

    /// <summary>See figures of the whole shop.</summary>
    ReportsRead,

    /// <summary>See customers, names masked.</summary>
    CustomersRead,

    /// <summary>See what is masked; each look is audited.</summary>
    CustomersReveal,

    /// <summary>Note, tag and correct one customer, and write down that they withdraw.</summary>
    ProfilesWrite,

    /// <summary>Say who is who, declare consents, write of many customers at once.</summary>
    CustomersWrite,

    /// <summary>Remove customers for good.</summary>
    CustomersErase,

    /// <summary>Take lists of customers out.</summary>
    CustomersExport,

    /// <summary>See imports and jobs.</summary>
    ImportsRead,

    /// <summary>Upload and import.</summary>
    ImportsRun,

    /// <summary>See shops, definitions, limits.</summary>
    SettingsRead,

    /// <summary>Change shops, definitions, limits.</summary>
    SettingsWrite,

    /// <summary>Add users, change roles, reset passwords.</summary>
    UsersWrite,

    /// <summary>Create and revoke tokens.</summary>
    TokensWrite,

    /// <summary>Read the audit.</summary>
    AuditRead,

    /// <summary>Back up and restore.</summary>
    BackupRun,
}

/// <summary>Which role holds which permission.</summary>
public static class Permissions
{
    private static readonly HashSet<Permission> Operators =
    [
        Permission.StatusRead, Permission.ReportsRead, Permission.CustomersRead, Permission.CustomersReveal, Permission.ProfilesWrite, Permission.CustomersWrite, Permission.CustomersExport,
        Permission.ImportsRead, Permission.ImportsRun, Permission.SettingsRead,
    ];

    private static readonly HashSet<Permission> Services = [Permission.StatusRead, Permission.CustomersRead, Permission.CustomersReveal, Permission.ProfilesWrite];

    private static readonly HashSet<Permission> Readers = [Permission.StatusRead, Permission.ReportsRead, Permission.SettingsRead, Permission.ImportsRead];

    /// <summary>Whether <paramref name="role"/> may do <paramref name="permission"/>.</summary>
    public static bool Allows(Role role, Permission permission) => role switch
    {
        Role.Owner => true,
        Role.Operator => Operators.Contains(permission),
        Role.Service => Services.Contains(permission),
        Role.Reader => Readers.Contains(permission),
    };

    /// <summary>All that <paramref name="role"/> may do.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => [.. Enum.GetValues<Permission>().Where(p => Allows(role, p))];
}
