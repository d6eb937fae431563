package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.Page;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomField;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactRow.Employer;
import eu.rempart.contact.ContactService;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.list.RecordCard;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.RecordSource;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the list of contacts, and how its columns show them. */
final class ContactRows implements RecordSource<ContactRow> {

  private final ContactService contacts;
  private ContactFilter filter = ContactFilter.NONE;
  private Supplier<Set<ContactColumn>> shown = () -> ContactColumn.DEFAULT;

  ContactRows(ContactService contacts) {
    this.contacts = contacts;
  }

  void filter(ContactFilter chosen) {
    filter = chosen;
  }

  ContactFilter filter() {
    return filter;
  }

  @Override
  public List<ContactRow> page(RecordQuery query) {
    return contacts
        .page(
            query(query.search(), query.sort(), shown.get(), List.of()),
            query.offset(),
            query.limit())
        .rows();
  }

  /** What the list asks for now, with the chosen columns: the cards of a phone show fewer. */
  ContactQuery query(RecordGrid<ContactRow> grid) {
    Set<ContactColumn> chosen = new LinkedHashSet<>();
    grid.columns().forEach(key -> chosen.add(column(key)));
    List<UUID> own = grid.columns().stream().flatMap(key -> CustomField.id(key).stream()).toList();
    return query(grid.search(), grid.sort(), chosen, own);
  }

  private ContactQuery query(
      String search, Optional<RecordQuery.Sort> sort, Set<ContactColumn> columns, List<UUID> own) {
    return new ContactQuery(
        search,
        filter,
        sort.map(order -> column(order.column()))
            .filter(ContactColumn::sortable)
            .orElse(ContactColumn.NAME),
        sort.map(RecordQuery.Sort::descending).orElse(false),
        columns,
        own,
        sort.flatMap(order -> CustomField.id(order.column())).orElse(null),
        Formats.zone());
  }

  /** How many the list would find with a further condition. */
  RecordCount count(String search, Rule further) {
    ContactFilter narrow = filter.with(new Rule.All(List.of(filter.rule(), further)));
    Page<ContactRow> page =
        contacts.page(
            new ContactQuery(search, narrow, ContactColumn.NAME, false, Set.of())
                .in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  @Override
  public RecordCount count(String search) {
    Page<ContactRow> page =
        contacts.page(
            new ContactQuery(search, filter, ContactColumn.NAME, false, Set.of())
                .in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  static RecordCard card(ContactRow row) {
    Employer company = row.company();
    EmailEntry email = row.shown().primaryEmail();
    String subtitle =
        company != null
            ? Stream.of(company.jobTitle(), company.name())
                .filter(part -> part != null && !part.isEmpty())
                .reduce((one, two) -> one + " · " + two)
                .orElse("")
            : email != null ? email.address().value() : "";
    return RecordCard.person(
        ContactTexts.title(row.shown(), row.unopenable()),
        subtitle,
        ContactNavigation.details(row.id()),
        ContactNavigation.photo(row.id()));
  }

  /** Adds every column; only those that are shown are read. */
  static void addColumns(
      RecordGrid<ContactRow> grid,
      ContactRows rows,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook own) {
    for (ContactColumn column : ContactColumn.values()) {
      if (column != ContactColumn.CUSTOM) {
        add(grid, column, members, tags).setSortable(column.sortable());
      }
    }
    own.all().forEach(field -> add(grid, field));
    rows.shown =
        () -> {
          Set<ContactColumn> visible = new LinkedHashSet<>(Set.of(ContactColumn.NAME));
          grid.shown().forEach(key -> visible.add(column(key)));
          if (visible.size() == 1) { // the cards of a phone
            visible.add(ContactColumn.COMPANY);
          }
          return visible;
        };
  }

  private static void add(RecordGrid<ContactRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row ->
                ContactTexts.cell(
                    ContactField.CUSTOM,
                    row.unopenable(),
                    CustomWords.text(field, row.shown().custom().of(field.id()))),
            field.lists().contains("contact"))
        .setSortable(field.kind().sortable());
  }

  private static com.vaadin.flow.component.grid.Grid.Column<ContactRow> add(
      RecordGrid<ContactRow> grid, ContactColumn column, Map<UUID, String> members, TagBook tags) {
    String key = key(column);
    String label = t("contact.column." + key);
    boolean shown = ContactColumn.DEFAULT.contains(column);
    return switch (column) {
      case NAME -> grid.addTitle(key, label);
      case TAGS -> grid.addTags(key, label, tags, row -> row.shown().tags(), shown);
      case CREATED -> grid.addTime(key, label, ContactRow::createdAt, shown);
      case CHANGED -> grid.addTime(key, label, ContactRow::changedAt, shown);
      default -> grid.addText(key, label, row -> text(column, row, members), shown);
    };
  }

  private static @Nullable String text(
      ContactColumn column, ContactRow row, Map<UUID, String> members) {
    var data = row.shown();
    Employer company = row.company();
    return switch (column) {
      case NAME -> ContactTexts.title(data, row.unopenable());
      case COMPANY -> company == null ? null : company.name();
      case JOB_TITLE -> company == null ? null : company.jobTitle();
      case EMAIL -> {
        EmailEntry email = data.primaryEmail();
        yield cell(ContactField.EMAILS, row, email == null ? null : email.address().value());
      }
      case PHONE -> {
        PhoneEntry phone = data.primaryPhone();
        yield cell(ContactField.PHONES, row, phone == null ? null : phone.number().pretty());
      }
      case CITY -> cell(ContactField.ADDRESSES, row, cities(data.addresses()));
      case COUNTRY -> cell(ContactField.ADDRESSES, row, countries(data.addresses()));
      case LANGUAGE -> ContactTexts.language(data.language());
      case BIRTHDAY -> cell(ContactField.BIRTHDAY, row, ContactTexts.birthday(data.birthday()));
      case LAWFUL_BASIS ->
          data.lawfulBasis() == null ? null : ContactTexts.basis(data.lawfulBasis());
      case DO_NOT_CALL -> data.doNotCall() ? t("contact.nocall") : null;
      case OWNER -> members.get(data.ownerId());
      case CREATED, CHANGED, TAGS, CUSTOM -> null;
    };
  }

  private static String cell(ContactField field, ContactRow row, @Nullable String value) {
    return ContactTexts.cell(field, row.unopenable(), value);
  }

  private static @Nullable String cities(List<PostalAddress> addresses) {
    return addresses.stream()
        .map(PostalAddress::city)
        .filter(city -> !city.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String countries(List<PostalAddress> addresses) {
    List<String> names = new ArrayList<>();
    for (PostalAddress address : addresses) {
      var country = address.country();
      if (country != null) {
        names.add(country.name(Texts.locale()));
      }
    }
    return names.isEmpty() ? null : names.getFirst();
  }

  private static String key(ContactColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static ContactColumn column(String key) {
    return CustomField.id(key).isPresent()
        ? ContactColumn.CUSTOM
        : ContactColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
