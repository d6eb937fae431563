package eu.rempart.exchange.value;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.exchange.format.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the ways to reach a person or company, and its description, while a row is read. Nothing
 * of the file is lost: what fits no field goes into the description, behind its column's name.
 */
public abstract sealed class ReachDraft permits PersonDraft, CompanyDraft, RecordDraft {

  /** Most characters of a description. */
  private static final int MAX_DESCRIPTION = 20_000;

  /** Of a longer one so much is kept: what is found to fit nowhere later is added to it. */
  private static final int KEPT = 19_000;

  private record Email(EmailAddress address, @Nullable EmailKind kind, boolean primary) {}

  private record Own(CustomField field, String value, Place place, String text) {}

  private record Phone(String typed, @Nullable PhoneKind kind, boolean primary, Place place) {}

  private final Problems problems;
  private final List<Email> emails = new ArrayList<>(2);
  private final List<Phone> phones = new ArrayList<>(2);
  private final List<AddressDraft> addresses = new ArrayList<>(1);
  private final List<String> description = new ArrayList<>(1);
  private final List<String> tags = new ArrayList<>(0);
  private final Map<UUID, Own> own = new LinkedHashMap<>(0);
  private boolean optedOut;

  ReachDraft(Problems problems) {
    this.problems = problems;
  }

  /** The kind of the record that it becomes. */
  abstract String kind();

  /** Where to report what is wrong. */
  final Problems problems() {
    return problems;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return emails.isEmpty()
        && phones.isEmpty()
        && description.isEmpty()
        && tags.isEmpty()
        && own.isEmpty()
        && addresses.stream().allMatch(AddressDraft::isEmpty);
  }

  /** Whether there is an e-mail address or phone number. */
  final boolean isReachable() {
    return !emails.isEmpty() || !phones.isEmpty();
  }

  /** Adds the addresses of a cell; kind null means unknown. */
  public void email(String cell, @Nullable EmailKind kind, boolean primary, Place place) {
    for (var text : Cells.emails(cell)) {
      var address = EmailAddress.parse(bare(text));
      if (address.isEmpty()) {
        problems.add(ProblemCode.EMAIL_INVALID, place);
        keep(place, text);
      } else if (emails.stream().noneMatch(e -> e.address().equals(address.get()))) {
        emails.add(new Email(address.get(), kind, primary));
      }
    }
  }

  /** Adds the numbers of a cell; kind null means unknown. */
  public void phone(String cell, @Nullable PhoneKind kind, boolean primary, Place place) {
    for (var text : Cells.phones(cell)) {
      if (text.length() > PhoneNumber.MAX_LENGTH) {
        problems.add(ProblemCode.PHONE_NOT_UNDERSTOOD, place);
        keep(place, text);
      } else {
        phones.add(new Phone(text, kind, primary, place));
      }
    }
  }

  /** A new address to fill; it counts once one of its parts is filled. */
  public AddressDraft address() {
    var address = new AddressDraft(problems);
    addresses.add(address);
    return address;
  }

  /** Adds the tags of a cell, which semicolons, commas, bars or lines part. */
  public void tags(String cell) {
    Cells.tags(cell).stream()
        .filter(name -> !name.startsWith("* ")) // groups that Google makes itself
        .filter(name -> !tags.contains(name))
        .forEach(tags::add);
  }

  final List<String> tags() {
    return List.copyOf(tags);
  }

  /**
   * Adds a value of one of the organisation's own fields; a second one, or one of a field that such
   * records do not have, goes into the description.
   *
   * @param text as it stands in the file
   */
  public void custom(CustomField field, String value, Place place, String text) {
    var has = field.records().contains(kind());
    var known = own.get(field.id());
    if (has && known == null) {
      own.put(field.id(), new Own(field, value, place, text));
    } else if (known == null || !known.value().equals(value)) {
      keep(place, text);
    }
  }

  final CustomValues custom() {
    var values = CustomValues.NONE;
    for (var each : own.values()) {
      values = values.with(each.field().id(), each.value());
    }
    return values;
  }

  /** The owner asked for no mailings. */
  public void optOut() {
    optedOut = true;
  }

  /** Adds a text of its own to the description. */
  public void describe(String text) {
    if (!text.isBlank()) {
      description.add(PlainText.lines(text));
    }
  }

  /** Keeps a text that fits no field, behind the name of its column. */
  public void keep(Place place, String text) {
    if (text.isBlank()) {
      return;
    }
    describe(place.name().isEmpty() ? text : place.name() + ": " + text.strip());
  }

  /** The first of two values of a field; a second one that says otherwise is kept and told. */
  final String first(String known, String text, Place place) {
    if (known.isEmpty()) {
      return text;
    }
    if (!known.equalsIgnoreCase(text)) {
      remark(place, text);
    }
    return known;
  }

  /** Keeps a text that fits no field, as {@link #keep}, and says so on the row. */
  public void remark(Place place, String text) {
    if (!text.isBlank()) {
      problems.add(ProblemCode.VALUE_KEPT, place);
      keep(place, text);
    }
  }

  /** Whether it has this e-mail address. */
  final boolean hasEmail(EmailAddress address) {
    return emails.stream().anyMatch(e -> e.address().equals(address));
  }

  /** Whether every e-mail address is a house's, and no person's. */
  final boolean hasOnlyHouseEmails() {
    return emails.stream().allMatch(e -> Words.isHouse(e.address().localPart()));
  }

  /** Takes over what is known of somebody who turned out to be nobody. */
  public void absorb(ReachDraft other) {
    emails.addAll(other.emails);
    phones.addAll(other.phones);
    addresses.addAll(other.addresses);
    tags.addAll(other.tags);
    description.addAll(other.description);
    other.own.values().forEach(o -> custom(o.field(), o.value(), o.place(), o.text()));
  }

  /** Cuts a text that is too long for its field; the whole text goes into the description. */
  final String fit(String text, int max, Place place) {
    if (text.length() <= max) {
      return text;
    }
    problems.add(ProblemCode.VALUE_SHORTENED, place);
    keep(place, text);
    return cut(text, max).strip();
  }

  private static String cut(String text, int max) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  final List<EmailEntry> emails(EmailKind usual) {
    var primary = primary(emails.stream().map(Email::primary).toList());
    var entries = new ArrayList<EmailEntry>(emails.size());
    for (var i = 0; i < emails.size(); i++) {
      var e = emails.get(i);
      var kind = e.kind() == null ? usual : e.kind();
      entries.add(new EmailEntry(e.address(), kind, i == primary, optedOut, false));
    }
    return entries;
  }

  /** The numbers, read as dialled in the country of the first address, else at home. */
  final List<PhoneEntry> phones(PhoneKind usual, boolean doNotCall, @Nullable CountryCode home) {
    var country = countryOr(home);
    var primary = primary(phones.stream().map(Phone::primary).toList());
    var entries = new ArrayList<PhoneEntry>(phones.size());
    for (var i = 0; i < phones.size(); i++) {
      var p = phones.get(i);
      var mangled = Phones.isMangled(p.typed());
      var number = mangled ? new PhoneNumber(p.typed(), null) : Phones.read(p.typed(), country);
      if (mangled) {
        problems.add(ProblemCode.PHONE_MANGLED, p.place());
      } else if (!number.understood()) {
        problems.add(ProblemCode.PHONE_NOT_UNDERSTOOD, p.place());
      }
      var kind = p.kind() == null ? Phones.kind(number, usual) : p.kind();
      if (entries.stream().noneMatch(e -> isSame(e, number, kind))) {
        entries.add(new PhoneEntry(number, kind, i == primary, doNotCall, mangled));
      }
    }
    return entries;
  }

  /** A number that takes calls and faxes is two entries: a fax that is called answers nobody. */
  private static boolean isSame(PhoneEntry known, PhoneNumber number, PhoneKind kind) {
    return known.number().whole().equals(number.whole())
        && (known.kind() == PhoneKind.FAX) == (kind == PhoneKind.FAX);
  }

  final List<PostalAddress> addresses(AddressKind usual) {
    return addresses.stream()
        .map(a -> a.build(usual))
        .filter(a -> !a.isEmpty())
        .distinct()
        .toList();
  }

  /** What was described; its end is left out, and that is told, where it is too long. */
  final String description() {
    var text = String.join("\n", description);
    if (text.length() <= MAX_DESCRIPTION) {
      return text;
    }
    problems.add(ProblemCode.DESCRIPTION_CUT);
    return cut(text, KEPT);
  }

  /** The country of its first address that names one, else this. */
  public final @Nullable CountryCode countryOr(@Nullable CountryCode home) {
    return country().orElse(home);
  }

  final Optional<CountryCode> country() {
    return addresses.stream().flatMap(a -> a.country().stream()).findFirst();
  }

  /** The one marked as primary, else the first; -1 for none. */
  private static int primary(List<Boolean> marks) {
    return marks.isEmpty() ? -1 : Math.max(0, marks.indexOf(true));
  }

  /** Takes the address out of {@code mailto:…} and {@code Jean Dupont <…>}. */
  private static String bare(String text) {
    var open = text.lastIndexOf('<');
    if (open >= 0 && text.endsWith(">")) {
      return text.substring(open + 1, text.length() - 1);
    }
    return text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
  }
}
