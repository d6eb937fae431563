package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.AuthorityNames;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.serve.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsProperties.class)
class TlsConfiguration {

  private static final Logger log = LoggerFactory.getLogger(TlsConfiguration.class);

  @Bean
  ServerTls serverTls(TlsProperties properties, HomeFolder home, InfoFile info) {
    TlsSettings settings =
        TlsSettings.in(home.path())
            .withHostNames(properties.hostNames())
            .withAuthorityNames(properties.authorityNames())
            .withProfile(properties.profile());
    ServerTls tls =
        ServerTls.open(properties.operator().map(settings::withOperator).orElse(settings));
    tls.caCertificate().ifPresent(path -> info.put("ca_certificate", path.toString()));
    if (tls.caCertificate().isPresent()) {
      warn(CertificateAuthority.in(home.path()).overview().names());
    }
    return tls;
  }

  private static void warn(AuthorityNames names) {
    if (!names.isConstrained()) {
      log.warn(
          "The own certificate authority may issue for any site. Replace it by one that may not:"
              + " ./rempart ca renew --authority --new-key");
    } else if (!names.outside().isEmpty()) {
      log.warn(
          "The own certificate authority may not issue for {}, so that the server's certificate"
              + " lacks them. Another authority may: ./rempart ca renew --authority --new-key",
          String.join(", ", names.outside()));
    }
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
            : ServerTls.open(
                TlsSettings.in(home.path())
                    .withHostNames(properties.hostNames())
                    .withAuthorityNames(properties.authorityNames()));
    return new NodeDoor(own, Backend.unixSocket(socket.path()));
  }

  @Bean
  @ConditionalOnProperty("rempart.edge.listen")
  CertificateRenewal doorRenewal(NodeDoor door) {
    return new CertificateRenewal(door.tls());
  }
}
