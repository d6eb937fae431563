package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TrustFileTest {
  private final TrustFile file = new TrustFile(OperatorFiles.ROOT);

  @Test
  void pemAndDerHoldTheCertificate() throws Exception {
    assertThat(PemText.firstCertificate(new String(file.pem(), StandardCharsets.US_ASCII)))
        .contains(OperatorFiles.ROOT);
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(file.der())))
        .isEqualTo(OperatorFiles.ROOT);
  }

  @Test
  void appleGetsAProfileWithThisRoot() throws Exception {
    Document profile = parse(file.appleProfile());

    assertThat(value(profile, "//array/dict/key[.='PayloadType']"))
        .isEqualTo("com.apple.security.root");
    assertThat(Base64.getDecoder().decode(value(profile, "//key[.='PayloadContent'][../data]")))
        .isEqualTo(file.der());
    assertThat(value(profile, "/plist/dict/key[.='PayloadType']")).isEqualTo("Configuration");
    assertThat(value(profile, "/plist/dict/key[.='PayloadDisplayName']")).isEqualTo("Root");
    assertThat(value(profile, "/plist/dict/key[.='PayloadUUID']"))
        .matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
        .isNotEqualTo(value(profile, "//array/dict/key[.='PayloadUUID']"));
  }

  @Test
  void theSameAuthorityGivesTheSameProfileSoThatItIsInstalledOnce() {
    assertThat(new TrustFile(OperatorFiles.ROOT).appleProfile()).isEqualTo(file.appleProfile());
    assertThat(new TrustFile(OperatorFiles.INTERMEDIATE).appleProfile())
        .isNotEqualTo(file.appleProfile());
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((_, _) -> new InputSource(new ByteArrayInputStream(new byte[0])));
    return builder.parse(new ByteArrayInputStream(xml));
  }

  private static String value(Document profile, String key) throws Exception {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate("(" + key + ")[1]/following-sibling::*[1]", profile);
  }
}
