using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Helpdesk.Postgres.Sealing;

internal static class SealRegistration
{
    public static IHostApplicationBuilder AddSeals(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => MasterKey.Find(
            builder.Configuration["Helpdesk:MasterKey"],
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, builder.Environment));
        services.AddDataProtection().SetApplicationName("helpdesk").UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration
        {
            EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
            ValidationAlgorithm = ValidationAlgorithm.HMACSHA256,
        });
        services.AddSingleton<KeyRing>();
        services.AddSingleton<MasterKeyEncryptor>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, MasterKeyEncryptor>((keys, ring, encryptor) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (ring, encryptor));
        services.AddSingleton<ISeals, Seals>();
        services.AddSingleton<MasterKeyCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<MasterKeyCheck>());
        return builder;
    }
}
