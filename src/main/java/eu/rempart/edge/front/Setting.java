package eu.rempart.edge.front;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the file may say. */
enum Setting {
  CERTIFICATE("certificate", "a PEM file with the chain shown to people, or a PKCS#12 file"),
  KEY("key", "the PEM file of its private key, mode 600"),
  KEY_PASSPHRASE_FILE("key-passphrase-file", "a file whose first line opens the key"),
  PROFILE("profile", "standard (TLS 1.3 and 1.2) or strict (1.3 only)"),
  ADDRESS("address", "the address to listen on, such as 0.0.0.0"),
  PORT("port", "the port to listen on, 0 to 65535"),
  HOST_NAMES("host-names", "names that are answered, such as crm.example.org, *.example.org"),
  BALANCERS("balancers", "networks of balancers that send PROXY v2, such as 192.0.2.0/24"),
  BACKENDS("backends", "nodes, such as node-1.example.org:8444, node-2.example.org:8444"),
  NODE_CERTIFICATE("node.certificate", "a PEM file of ./rempart ca issue --client"),
  NODE_KEY("node.key", "the PEM file of its private key, mode 600"),
  NODE_AUTHORITY("node.authority", "a copy of tls/ca.pem of a node's home folder"),
  NODE_REVOCATIONS("node.revocations", "a copy of tls/crl.pem of a node's home folder"),
  PLACES("places", "an mmdb file with countries; the bundled one if empty"),
  DRAIN("drain", "seconds that open connections have at the end, 0 to 600"),
  WARM_UP("warm-up", "milliseconds of practice before the port opens, 0 to 60000");

  private final String key;
  private final String meaning;

  Setting(String key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  String key() {
    return key;
  }

  String meaning() {
    return meaning;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
  }
}
