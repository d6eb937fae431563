package eu.rempart.exchange.csv;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.NamedPerson;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Amounts;
import eu.rempart.exchange.value.Amounts.Amount;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.Moments;
import eu.rempart.exchange.value.Moments.Moment;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.PlainText;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.RecordDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What rows of deals and of activities have in common, for one table. */
final class MatterCells {

  /** HubSpot and others write whom they name with the address behind it. */
  private static final Pattern WITH_EMAIL = Pattern.compile("(.*?)\\s*[(<]([^()<>]+@[^()<>]+)[)>]");

  private static final Pattern SEVERAL = Pattern.compile("\\s*(?:;|\\n| ::: )\\s*");

  /** Of whom or what is only named, so much is kept. */
  private static final int MAX_NAMED = 300;

  private static final int EXACT_DECIMALS = 6;

  /** A column that is imported. */
  record Column(int index, Place place, Target target) {}

  /** What was gathered of the row that is being read, of a deal or of an activity. */
  static class Gathered {
    final Problems problems;
    final RecordDraft draft;
    String externalId = "";
    String owner = "";
    boolean deleted;
    final List<String> companies = new ArrayList<>(1);
    final List<String> companyIds = new ArrayList<>(1);
    final List<String> contacts = new ArrayList<>(1);
    final List<String> contactIds = new ArrayList<>(1);
    final List<String> emails = new ArrayList<>(1);

    Gathered(Problems problems, String kind) {
      this.problems = problems;
      this.draft = new RecordDraft(problems, kind);
    }

    List<NamedPerson> people() {
      return MatterCells.people(contacts, contactIds, emails);
    }

    /** Whether the row names people or companies. */
    boolean namesOthers() {
      return Stream.of(contacts, contactIds, emails, companies, companyIds)
          .anyMatch(named -> !named.isEmpty());
    }

    /** The row of which nothing is made, with what is wrong with it. */
    ImportedRow leftOut(List<String> row) {
      return new ImportedRow(problems.row(), row, null, List.of(), problems.all());
    }
  }

  /** Takes what stands in a cell. */
  @FunctionalInterface
  interface Cell<S> {
    void read(Column column, String value, S into);
  }

  private final CsvInspection inspection;
  private final ImportOptions options;
  private final LocalDate today;
  private final CustomCells custom;
  private final ColumnConventions conventions;
  private final List<Column> columns = new ArrayList<>();

  MatterCells(CsvInspection inspection, Mapping mapping, ImportOptions options, Clock clock) {
    this.inspection = inspection;
    this.options = options;
    this.today = LocalDate.now(clock);
    this.conventions = new ColumnConventions(inspection, mapping);
    this.custom = new CustomCells(conventions, today, options.home());
    List<String> headers = inspection.headers();
    for (int i = 0; i < headers.size(); i++) {
      Target target = mapping.target(i);
      if (target.field() != Field.IGNORE && target.field().isOf(inspection.kind())) {
        columns.add(new Column(i, new Place(i, headers.get(i)), target));
      }
    }
  }

  /** Reads the cells of a row; false where nothing is to be made of it. */
  <S extends Gathered> boolean gather(List<String> values, S into, Cell<S> cell) {
    if (Assembler.isLeftOut(into.problems)) {
      return false;
    }
    for (Column column : columns) {
      String value = values.get(column.index()).strip();
      if (!value.isEmpty()) {
        cell.read(column, value, into);
      }
    }
    if (into.deleted) {
      into.problems.add(ProblemCode.DELETED_IN_SOURCE);
    }
    return !into.deleted;
  }

  /** The first of what a row names wins. */
  static String first(String before, String value) {
    return before.isEmpty() ? value.substring(0, Math.min(value.length(), MAX_NAMED)) : before;
  }

  ImportOptions options() {
    return options;
  }

  /** Plain text, of programs that write markup too. */
  String text(String value) {
    return inspection.source().writesHtml() ? PlainText.of(value) : value;
  }

  /** The moment of a cell; what is none goes into the description. */
  Optional<Moment> moment(String value, Place place, RecordDraft draft, Problems problems) {
    return told(
        Moments.parse(value, conventions.dates(place), today),
        ProblemCode.DATE_INVALID,
        value,
        place,
        draft,
        problems);
  }

  /** The number of a cell; what is none, and what passes this limit, goes into the description. */
  Optional<Amount> number(
      String value, long below, Place place, RecordDraft draft, Problems problems) {
    return told(
        number(value, below, place), ProblemCode.NUMBER_INVALID, value, place, draft, problems);
  }

  /**
   * A number to so many decimals; what is finer is rounded, and kept in the description as it was.
   */
  static BigDecimal rounded(
      BigDecimal number, int decimals, String value, Place place, Gathered of) {
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    // the sums of a spreadsheet are wrong by less, in the last of their binary digits
    if (number.setScale(EXACT_DECIMALS, RoundingMode.HALF_UP).compareTo(rounded) != 0) {
      of.problems.add(ProblemCode.NUMBER_ROUNDED, place);
      of.draft.keep(place, value);
    }
    return rounded;
  }

  /** The same of what is no money: with a currency it is none. */
  Optional<Amount> bareNumber(
      String value, long below, Place place, RecordDraft draft, Problems problems) {
    return told(
        number(value, below, place).filter(amount -> amount.currency().isEmpty()),
        ProblemCode.NUMBER_INVALID,
        value,
        place,
        draft,
        problems);
  }

  private Optional<Amount> number(String value, long below, Place place) {
    return Amounts.parse(value, conventions.numbers(place))
        .filter(amount -> amount.value().signum() >= 0)
        .filter(amount -> amount.value().compareTo(BigDecimal.valueOf(below)) < 0);
  }

  /** The choice that a cell's words mean; others go into the description. */
  <T> Optional<T> choice(
      Function<String, Optional<T>> words,
      String value,
      Place place,
      RecordDraft draft,
      Problems problems) {
    return told(words.apply(value), ProblemCode.CHOICE_UNKNOWN, value, place, draft, problems);
  }

  private static <T> Optional<T> told(
      Optional<T> read,
      ProblemCode problem,
      String value,
      Place place,
      RecordDraft draft,
      Problems problems) {
    if (read.isEmpty()) {
      problems.add(problem, place);
      draft.keep(place, value);
    }
    return read;
  }

  void own(Column column, String value, RecordDraft draft, Problems problems) {
    var field = column.target().custom();
    if (field != null) {
      custom.read(field, value, column.place(), draft, problems);
    }
  }

  /** The currency of an amount that has none. */
  String currencyAtHome() {
    return custom.currency("");
  }

  /** The currency that a cell names: a code or a sign. */
  static Optional<String> currency(String value) {
    return Amounts.parse("1 " + value.strip(), NumberConvention.UNKNOWN)
        .map(Amount::currency)
        .filter(currency -> !currency.isEmpty());
  }

  static List<String> several(String cell) {
    return Arrays.stream(SEVERAL.split(cell, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Companies by name and key; as many as the longer of the two lists. */
  List<ImportedLink> companies(Gathered row) {
    List<String> names = row.companies;
    List<String> ids = row.companyIds;
    List<ImportedLink> links = new ArrayList<>();
    for (int i = 0; i < Math.max(names.size(), ids.size()); i++) {
      CompanyDraft company = new CompanyDraft(row.problems);
      company.rename(i < names.size() ? names.get(i) : "", i < ids.size() ? ids.get(i) : "");
      links.add(new ImportedLink(company.build(options.home()), "", ""));
    }
    return links;
  }

  /** People by name, key and address; as many as the longest of the three lists. */
  private static List<NamedPerson> people(
      List<String> names, List<String> ids, List<String> emails) {
    List<NamedPerson> people = new ArrayList<>();
    for (int i = 0; i < Math.max(names.size(), Math.max(ids.size(), emails.size())); i++) {
      String name = i < names.size() ? names.get(i) : "";
      String email = i < emails.size() ? emails.get(i) : "";
      Matcher both = WITH_EMAIL.matcher(name);
      if (both.matches()) {
        name = both.group(1);
        email = email.isEmpty() ? both.group(2) : email;
      } else if (email.isEmpty() && EmailAddress.parse(name).isPresent()) {
        email = name;
        name = "";
      }
      people.add(
          new NamedPerson(
              i < ids.size() ? ids.get(i) : "",
              name.strip(),
              EmailAddress.parse(email).map(EmailAddress::value).orElse("")));
    }
    return people;
  }
}
