package eu.rempart.contact;

import eu.rempart.account.Rights;
import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.ContactSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about contacts. */
@Component
class ContactKind implements RecordKind {

  private final Rights rights;

  ContactKind(Rights rights) {
    this.rights = rights;
  }

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CONTACT;
  }

  /** An address or a number stands in for a name only where whoever reads it may see that. */
  @Override
  public String displayName(KeptRow row) {
    Set<String> hidden = rights.hidden(table().name());
    Opened<String> last = row.open(ContactSealed.LAST_NAME);
    String name =
        ContactData.builder()
            .firstName(row.open(ContactSealed.FIRST_NAME).orNull())
            .lastName(last.orNull())
            .emails(
                hidden.contains(ContactField.EMAILS.column())
                    ? List.of()
                    : row.open(ContactSealed.EMAILS).or(List.of()))
            .phones(
                hidden.contains(ContactField.PHONES.column())
                    ? List.of()
                    : row.open(ContactSealed.PHONES).or(List.of()))
            .build()
            .displayName();
    return name.isEmpty() && last instanceof Opened.Unopenable<String>(var code) ? code : name;
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("lawful_basis", "contact.basis.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("tags", "tag", "owner_id", MEMBER);
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("contacts/" + id);
  }
}
