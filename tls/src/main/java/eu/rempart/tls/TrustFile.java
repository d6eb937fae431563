package eu.rempart.tls;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** An authority's certificate as the devices of people take it. */
public final class TrustFile {
  private final X509Certificate certificate;

  TrustFile(X509Certificate certificate) {
    this.certificate = certificate;
  }

  public CertificateFacts facts() {
    return CertificateFacts.of(certificate);
  }

  /** For browsers, Linux and anything that reads PEM. */
  public byte[] pem() {
    return PemText.write(certificate).getBytes(StandardCharsets.US_ASCII);
  }

  /** For Windows and Android: DER, named {@code .crt}. */
  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("A certificate can't be encoded", impossible);
    }
  }

  /**
   * For iPhone, iPad and Mac: a configuration profile, unsigned, with this root certificate. The
   * identifiers follow from the certificate, so that a profile imported twice is there once.
   *
   * @see <a href="https://developer.apple.com/documentation/devicemanagement/certificateroot">
   *     CertificateRoot</a>
   */
  public byte[] appleProfile() {
    String name = certificate.getSubjectX500Principal().getName().replaceFirst("^CN=", "");
    UUID root = UUID.nameUUIDFromBytes(der());
    UUID profile = UUID.nameUUIDFromBytes(("profile " + root).getBytes(StandardCharsets.US_ASCII));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
        "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>PayloadType</key><string>Configuration</string>
          <key>PayloadVersion</key><integer>1</integer>
          <key>PayloadIdentifier</key><string>eu.rempart.authority.%2$s</string>
          <key>PayloadUUID</key><string>%2$s</string>
          <key>PayloadDisplayName</key><string>%1$s</string>
          <key>PayloadContent</key>
          <array>
            <dict>
              <key>PayloadType</key><string>com.apple.security.root</string>
              <key>PayloadVersion</key><integer>1</integer>
              <key>PayloadIdentifier</key><string>eu.rempart.authority.%2$s.%3$s</string>
              <key>PayloadUUID</key><string>%3$s</string>
              <key>PayloadDisplayName</key><string>%1$s</string>
              <key>PayloadCertificateFileName</key><string>rempart-authority.crt</string>
              <key>PayloadContent</key>
              <data>%4$s</data>
            </dict>
          </array>
        </dict>
        </plist>
        """
        .formatted(
            escaped(name),
            profile.toString().toUpperCase(Locale.ROOT),
            root.toString().toUpperCase(Locale.ROOT),
            Base64.getEncoder().encodeToString(der()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
