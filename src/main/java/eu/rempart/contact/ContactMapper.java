package eu.rempart.contact;

import eu.rempart.common.Birthday;
import eu.rempart.common.custom.CustomText;
import eu.rempart.db.generated.ContactWriter;
import eu.rempart.db.generated.OpenedContact;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.sealed.Opened;
import eu.rempart.tag.TagIds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Between fields and columns: what a row opens to, and what is sealed into one. */
final class ContactMapper {

  private final Map<ContactField, String> unopenable = new EnumMap<>(ContactField.class);
  private final ContactDataBuilder data = ContactData.builder();

  private ContactMapper() {}

  static List<? extends Field<?>> columns(Set<ContactField> fields) {
    return fields.stream().<Field<?>>map(f -> Tables.CONTACT.field(f.column())).toList();
  }

  /** Opens these fields of a row, and nothing else. */
  static ContactMapper open(OpenedContact row, Set<ContactField> fields) {
    ContactMapper mapper = new ContactMapper();
    fields.forEach(field -> mapper.read(field, row));
    return mapper;
  }

  ContactData data() {
    return data.build();
  }

  Map<ContactField, String> unopenable() {
    return unopenable;
  }

  private void read(ContactField field, OpenedContact row) {
    switch (field) {
      case SALUTATION -> take(field, row.salutation(), data::salutation);
      case FIRST_NAME -> take(field, row.firstName(), data::firstName);
      case LAST_NAME -> take(field, row.lastName(), data::lastName);
      case EMAILS -> takeList(field, row.emails(), data::emails);
      case PHONES -> takeList(field, row.phones(), data::phones);
      case ADDRESSES -> takeList(field, row.addresses(), data::addresses);
      case BIRTHDAY ->
          take(field, row.birthday(), text -> data.birthday(Birthday.parse(text).orElse(null)));
      case LANGUAGE -> data.language(row.language());
      case OWNER -> data.ownerId(row.ownerId());
      case DO_NOT_CALL -> data.doNotCall(row.doNotCall());
      case LAWFUL_BASIS ->
          data.lawfulBasis(
              row.lawfulBasis() == null ? null : LawfulBasis.valueOf(row.lawfulBasis()));
      case BASIS_SOURCE -> take(field, row.basisSource(), data::basisSource);
      case BASIS_DATE -> data.basisDate(row.basisDate());
      case DESCRIPTION -> take(field, row.description(), data::description);
      case EXTERNAL_ID -> take(field, row.externalId(), data::externalId);
      case TAGS -> data.tags(TagIds.of(row.tags()));
      case CUSTOM -> take(field, row.custom(), text -> data.custom(CustomText.values(text)));
    }
  }

  private <T> void take(ContactField field, Opened<T> opened, Consumer<@Nullable T> to) {
    switch (opened) {
      case Opened.Clear<T>(var value) -> to.accept(value);
      case Opened.Unopenable<T>(var code) -> unopenable.put(field, code);
    }
  }

  private <T> void takeList(ContactField field, Opened<List<T>> opened, Consumer<List<T>> to) {
    take(field, opened, value -> to.accept(value == null ? List.of() : value));
  }

  static void write(ContactField field, ContactData data, ContactWriter to) {
    switch (field) {
      case SALUTATION -> to.salutation(data.salutation());
      case FIRST_NAME -> to.firstName(data.firstName());
      case LAST_NAME -> to.lastName(data.lastName());
      case EMAILS -> to.emails(data.emails().isEmpty() ? null : data.emails());
      case PHONES -> to.phones(data.phones().isEmpty() ? null : data.phones());
      case ADDRESSES -> to.addresses(data.addresses().isEmpty() ? null : data.addresses());
      case BIRTHDAY -> to.birthday(data.birthday() == null ? null : data.birthday().iso());
      case LANGUAGE -> to.language(data.language());
      case OWNER -> to.ownerId(data.ownerId());
      case DO_NOT_CALL -> to.doNotCall(data.doNotCall());
      case LAWFUL_BASIS ->
          to.lawfulBasis(data.lawfulBasis() == null ? null : data.lawfulBasis().name());
      case BASIS_SOURCE -> to.basisSource(data.basisSource());
      case BASIS_DATE -> to.basisDate(data.basisDate());
      case DESCRIPTION -> to.description(data.description());
      case EXTERNAL_ID -> to.externalId(data.externalId());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
    }
  }
}
