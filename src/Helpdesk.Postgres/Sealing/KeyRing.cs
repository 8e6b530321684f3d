using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Helpdesk.Postgres.Sealing;

/// <summary>
/// The keys of Data Protection, a row for each. A new one is made every 90 days; old ones stay for good, since what they sealed stays too.
/// Data Protection asks once a day, and keeps working with what it knows while the database is away.
/// </summary>
internal sealed class KeyRing(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.App.CreateCommand("select xml from sealing_key order by made_at, name");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.App.CreateCommand("insert into sealing_key (name, xml) values ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = Timeless(element).ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    // Data Protection writes who decrypts with the version of our assembly; the program before this one would then not find it during an
    // upgrade.
    private static XElement Timeless(XElement element)
    {
        foreach (var opener in element.DescendantsAndSelf().Attributes("decryptorType"))
            if (opener.Value.StartsWith(OurDecryptor, StringComparison.Ordinal))
                opener.Value = OurDecryptor;
        return element;
    }

    private static string OurDecryptor { get; } =
        $"{typeof(MasterKeyDecryptor).FullName}, {typeof(MasterKeyDecryptor).Assembly.GetName().Name}";
}

/// <summary>Seals a new key of the ring with the master key.</summary>
internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", Convert.ToBase64String(master.Seal(plain))), typeof(MasterKeyDecryptor));
    }
}

/// <summary>Its name stands in the rows: under a new one no key would be found.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Open(Convert.FromBase64String(encryptedElement.Value))));
}
