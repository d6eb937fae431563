package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
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
    ServerTls tls =
        ServerTls.open(properties.operator().map(settings::withOperator).orElse(settings));
    tls.caCertificate().ifPresent(path -> info.put("ca_certificate", path.toString()));
    return tls;
  }

  @Bean
  CertificateRenewal certificateRenewal(ServerTls tls) {
    return new CertificateRenewal(tls);
  }
}
