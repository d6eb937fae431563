package eu.rempart.edge;

import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The edge as the operator wants it.
 *
 * @param balancers networks, in CIDR notation, of the only machines that may connect, each with a
 *     header of the PROXY protocol, version 2; empty where people connect themselves
 * @param hostNames the only names (SNI) that are answered, perhaps {@code *.example.com}; empty for
 *     all
 * @param warmUp how long the edge serves itself before its port opens
 * @param notice how long, at the end, the port stays open while this server says that it is not
 *     ready, so that balancers notice
 */
@ConfigurationProperties("rempart.edge")
record EdgeProperties(
    @DefaultValue List<String> balancers,
    @DefaultValue List<String> hostNames,
    @DefaultValue("1s") Duration warmUp,
    @DefaultValue("0s") Duration notice) {

  /**
   * The balancers' networks.
   *
   * @throws IllegalArgumentException naming the setting, if one is no network
   */
  List<Prefix> balancerPrefixes() {
    try {
      return balancers.stream().map(Prefix::of).toList();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("rempart.edge.balancers: " + wrong.getMessage(), wrong);
    }
  }

  /** The names in lower case. */
  Set<String> lowerCaseHostNames() {
    return hostNames.stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
