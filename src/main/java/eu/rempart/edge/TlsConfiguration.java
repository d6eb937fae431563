package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.serve.Backend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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

  /** Edges on other machines are shown a certificate of the own authority, never the operator's. */
  @Bean
  @ConditionalOnProperty("rempart.edge.listen")
  NodeDoor nodeDoor(TlsProperties properties, HomeFolder home, ServerTls tls, EdgeSocket socket) {
    ServerTls own =
        properties.operator().isEmpty()
            ? tls
            : ServerTls.open(TlsSettings.in(home.path()).withHostNames(properties.hostNames()));
    return new NodeDoor(own, Backend.unixSocket(socket.path()));
  }

  @Bean
  @ConditionalOnProperty("rempart.edge.listen")
  CertificateRenewal doorRenewal(NodeDoor door) {
    return new CertificateRenewal(door.tls());
  }
}
