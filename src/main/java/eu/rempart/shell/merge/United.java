package eu.rempart.shell.merge;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The entries of two records in one: nothing twice, and the record that stays keeps its primary.
 */
public final class United {

  private United() {}

  /** The e-mails of both. */
  public static List<EmailEntry> emails(List<EmailEntry> stay, List<EmailEntry> go) {
    return unite(stay, go, EmailEntry::address, United::secondary);
  }

  /** The phones of both. */
  public static List<PhoneEntry> phones(List<PhoneEntry> stay, List<PhoneEntry> go) {
    return unite(stay, go, phone -> phone.number().dialled(), United::secondary);
  }

  /** The addresses of both. */
  public static List<PostalAddress> addresses(List<PostalAddress> stay, List<PostalAddress> go) {
    return unite(stay, go, Function.identity(), UnaryOperator.identity());
  }

  /** The tags of both. */
  public static Set<UUID> tags(Set<UUID> stay, Set<UUID> go) {
    Set<UUID> tags = new LinkedHashSet<>(stay);
    tags.addAll(go);
    return tags;
  }

  private static <T, K> List<T> unite(
      List<T> stay, List<T> go, Function<T, K> key, UnaryOperator<T> added) {
    Set<K> known = new HashSet<>(stay.stream().map(key).toList());
    List<T> united = new ArrayList<>(stay);
    for (T entry : go) {
      if (known.add(key.apply(entry))) {
        united.add(stay.isEmpty() ? entry : added.apply(entry));
      }
    }
    return united;
  }

  private static EmailEntry secondary(EmailEntry e) {
    return new EmailEntry(e.address(), e.kind(), false, e.optedOut(), e.invalid());
  }

  private static PhoneEntry secondary(PhoneEntry p) {
    return new PhoneEntry(p.number(), p.kind(), false, p.doNotCall(), p.invalid());
  }
}
