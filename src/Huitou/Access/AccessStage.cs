using Huitou.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Access;

/// <summary>Registers who may do what.</summary>
public static class AccessStage
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(Configure).AddEntityFrameworkStores<HuitouDb>();
        return services
            .AddSingleton<Settings>()
            .AddSingleton<AuditLog>()
            .AddSingleton<AuditList>()
            .AddSingleton<Backup>()
            .AddSingleton<ChangeDefinitions>()
            .AddSingleton<Shops>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<SessionUsers>()
            .AddScoped<SetUp>()
            .AddScoped<SignIn>()
            .AddScoped<DemoOwner>()
            .AddScoped<OwnAccount>()
            .AddScoped<UserAccounts>();
    }

    private static void Configure(IdentityOptions identity)
    {
        // Length is what makes a password strong; composition rules only make it forgettable.
        identity.Password = new PasswordOptions
        {
            RequiredLength = 10,
            RequiredUniqueChars = 1,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout = new LockoutOptions
        {
            AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15),
        };

        // Empty allows every character: names are typed in Chinese as well. UserAccounts holds their length.
        identity.User.AllowedUserNameCharacters = "";
    }
}
