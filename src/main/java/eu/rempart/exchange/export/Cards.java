package eu.rempart.exchange.export;

import eu.rempart.common.ExternalId;
import eu.rempart.common.Picture;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.Link;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People as cards have them. */
final class Cards {

  private Cards() {}

  /** The key that the person came with from an address book stays, so that this one knows it. */
  static ImportedPerson person(ContactId id, ContactData data, @Nullable Picture photo) {
    return new ImportedPerson(
        ExternalId.parse(data.externalId()).stream()
            .filter(key -> key.system().equals(ImportSource.VCARD.system()))
            .findFirst()
            .orElse(ExternalId.ours(id.value()))
            .id(),
        Cell.of(data.salutation()),
        data.name(),
        data.emails(),
        data.phones(),
        data.addresses(),
        data.birthday(),
        Cell.of(data.language()),
        data.doNotCall(),
        Cell.of(data.description()),
        List.of(),
        photo == null ? null : photo.jpeg());
  }

  /** A card has room for one company: the main one, where the person works still. */
  static List<ImportedLink> main(List<Link> links) {
    return links.stream().filter(link -> link.data().current()).limit(1).map(Cards::link).toList();
  }

  private static ImportedLink link(Link link) {
    var role = link.data().role();
    return new ImportedLink(
        company(link.companyName()),
        Cell.of(link.data().jobTitle()),
        Cell.of(role == null ? null : role.name()));
  }

  private static ImportedCompany company(@Nullable String name) {
    return new ImportedCompany(
        "",
        Cell.of(name),
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        null,
        "",
        "",
        "",
        "",
        "",
        "",
        List.of());
  }
}
