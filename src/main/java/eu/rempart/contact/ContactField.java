package eu.rempart.contact;

import eu.rempart.common.RecordField;
import eu.rempart.shell.merge.United;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a contact, each with its column; the one list of them in this room. */
public enum ContactField implements RecordField<ContactData> {
  SALUTATION("salutation", ContactData::salutation),
  FIRST_NAME("first_name", ContactData::firstName),
  LAST_NAME("last_name", ContactData::lastName),
  EMAILS("emails", ContactData::emails),
  PHONES("phones", ContactData::phones),
  ADDRESSES("addresses", ContactData::addresses),
  BIRTHDAY("birthday", ContactData::birthday),
  LANGUAGE("language", ContactData::language),
  OWNER("owner_id", ContactData::ownerId),
  DO_NOT_CALL("do_not_call", ContactData::doNotCall),
  LAWFUL_BASIS("lawful_basis", ContactData::lawfulBasis),
  BASIS_SOURCE("basis_source", ContactData::basisSource),
  BASIS_DATE("basis_date", ContactData::basisDate),
  DESCRIPTION("description", ContactData::description),
  EXTERNAL_ID("external_id", ContactData::externalId),
  TAGS("tags", ContactData::tags),
  CUSTOM("custom", ContactData::custom);

  private final String column;
  private final Function<ContactData, @Nullable Object> value;

  ContactField(String column, Function<ContactData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(ContactData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<ContactField> changed(ContactData before, ContactData after) {
    return RecordField.changed(ContactField.class, before, after);
  }

  /** One with the entries of lists, tags and own fields that another has besides. */
  public static ContactData united(ContactData one, ContactData other) {
    return one.toBuilder()
        .emails(United.emails(one.emails(), other.emails()))
        .phones(United.phones(one.phones(), other.phones()))
        .addresses(United.addresses(one.addresses(), other.addresses()))
        .tags(United.tags(one.tags(), other.tags()))
        // of two values in one field the one of the record that stays
        .custom(one.custom().or(other.custom()))
        .build();
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static ContactData copy(Set<ContactField> fields, ContactData source, ContactData target) {
    ContactDataBuilder builder = target.toBuilder();
    fields.forEach(field -> field.copyTo(builder, source));
    return builder.build();
  }

  private void copyTo(ContactDataBuilder to, ContactData from) {
    switch (this) {
      case SALUTATION -> to.salutation(from.salutation());
      case FIRST_NAME -> to.firstName(from.firstName());
      case LAST_NAME -> to.lastName(from.lastName());
      case EMAILS -> to.emails(from.emails());
      case PHONES -> to.phones(from.phones());
      case ADDRESSES -> to.addresses(from.addresses());
      case BIRTHDAY -> to.birthday(from.birthday());
      case LANGUAGE -> to.language(from.language());
      case OWNER -> to.ownerId(from.ownerId());
      case DO_NOT_CALL -> to.doNotCall(from.doNotCall());
      case LAWFUL_BASIS -> to.lawfulBasis(from.lawfulBasis());
      case BASIS_SOURCE -> to.basisSource(from.basisSource());
      case BASIS_DATE -> to.basisDate(from.basisDate());
      case DESCRIPTION -> to.description(from.description());
      case EXTERNAL_ID -> to.externalId(from.externalId());
      case TAGS -> to.tags(from.tags());
      case CUSTOM -> to.custom(from.custom());
    }
  }
}
