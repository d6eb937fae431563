package eu.rempart.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * The only names for which an authority may issue (name constraints, RFC 5280, 4.2.1.10): DNS names
 * with what is below them, and single IP addresses. Whoever steals its key can pose as none but
 * these.
 *
 * @param subtrees without wildcards; at least one DNS name and one address, since a kind of which
 *     there is none would be free
 */
record PermittedNames(HostNames subtrees) {
  PermittedNames {
    if (subtrees.dns().isEmpty() || subtrees.addresses().isEmpty()) {
      throw new IllegalArgumentException(
          "Permitted are %s; expected names and addresses".formatted(subtrees.all()));
    }
  }

  /** What suffices for these names and this machine itself; a wildcard permits all below it. */
  static PermittedNames covering(HostNames names) {
    HostNames subtrees =
        HostNames.local()
            .with(new HostNames(new TreeSet<>(withoutWildcards(names)), names.addresses()));
    return new PermittedNames(subtrees);
  }

  private static List<String> withoutWildcards(HostNames names) {
    return names.dns().stream().map(PermittedNames::withoutWildcard).toList();
  }

  private static String withoutWildcard(String name) {
    return name.startsWith("*.") ? name.substring(2) : name;
  }

  /** Those of an authority; empty if it may issue for any name. */
  static Optional<PermittedNames> of(X509Certificate authority) {
    byte[] value = authority.getExtensionValue(Extension.nameConstraints.getId());
    if (value == null) {
      return Optional.empty();
    }
    try {
      HostNames subtrees = new HostNames(new TreeSet<>(), new TreeSet<>());
      NameConstraints constraints =
          NameConstraints.getInstance(JcaX509ExtensionUtils.parseExtensionValue(value));
      for (GeneralSubtree subtree : constraints.getPermittedSubtrees()) {
        GeneralName base = subtree.getBase();
        switch (base.getTagNo()) {
          case GeneralName.dNSName -> subtrees.dns().add(base.getName().toString());
          case GeneralName.iPAddress -> subtrees.addresses().add(address(base));
          default -> {} // we write none
        }
      }
      return Optional.of(new PermittedNames(subtrees));
    } catch (IOException damaged) {
      throw new UncheckedIOException("An authority's name constraints can't be read", damaged);
    }
  }

  private static String address(GeneralName base) throws UnknownHostException {
    byte[] withMask = ASN1OctetString.getInstance(base.getName()).getOctets();
    return InetAddress.getByAddress(Arrays.copyOf(withMask, withMask.length / 2)).getHostAddress();
  }

  NameConstraints extension() {
    return new NameConstraints(
        Stream.concat(
                subtrees.dns().stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                subtrees.addresses().stream().map(PermittedNames::alone))
            .map(GeneralSubtree::new)
            .toArray(GeneralSubtree[]::new),
        null);
  }

  /** One address: it and a mask of ones. */
  private static GeneralName alone(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    byte[] withMask = Arrays.copyOf(bytes, bytes.length * 2);
    Arrays.fill(withMask, bytes.length, withMask.length, (byte) 0xff);
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(withMask));
  }

  /** Those of these names for which the authority may not issue. */
  List<String> outside(HostNames names) {
    return Stream.concat(
            names.dns().stream().filter(name -> !permits(name)),
            names.addresses().stream().filter(it -> !subtrees.addresses().contains(it)))
        .toList();
  }

  /** These names without those outside. */
  HostNames within(HostNames names) {
    return names.without(outside(names));
  }

  private boolean permits(String name) {
    String host = withoutWildcard(name);
    return subtrees.dns().stream().anyMatch(it -> host.equals(it) || host.endsWith("." + it));
  }
}
