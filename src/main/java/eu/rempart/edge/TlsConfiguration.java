package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.OperatorPem;
import eu.rempart.tls.Passphrase;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsProperties.class)
class TlsConfiguration {

  @Bean
  ServerTls serverTls(TlsProperties properties, HomeFolder home, InfoFile info) {
    TlsSettings settings =
        TlsSettings.in(home.path())
            .withHostNames(properties.hostNames())
            .withProfile(properties.profile());
    Path certificate = properties.certificate();
    if (certificate != null) {
      Path key = properties.key() == null ? certificate : properties.key();
      String passphrase = properties.keyPassphrase();
      settings =
          settings.withOperatorPem(
              new OperatorPem(
                  certificate,
                  key,
                  passphrase == null
                      ? Passphrase.none()
                      : Passphrase.of(passphrase.toCharArray())));
    }
    ServerTls tls = ServerTls.open(settings);
    tls.caCertificate().ifPresent(path -> info.put("ca_certificate", path.toString()));
    return tls;
  }

  @Bean
  CertificateRenewal certificateRenewal(ServerTls tls) {
    return new CertificateRenewal(tls);
  }
}
