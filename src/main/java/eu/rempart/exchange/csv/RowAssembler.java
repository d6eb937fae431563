package eu.rempart.exchange.csv;

import eu.rempart.exchange.csv.ColumnReaders.ColumnReader;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Cells;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.Dates;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a person and companies of one row of cells. */
final class RowAssembler implements Assembler {

  private static final Pattern SEVERAL_NAMES = Pattern.compile(" ::: ");
  private static final Pattern GOOGLE_VALUE = Pattern.compile("Value|Valeur|Wert");

  private final List<String> headers;
  private final ImportOptions options;
  private final ImportSource source;
  private final LocalDate today;
  private final CsvDialect dialect;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> rowColumns = new ArrayList<>();
  private @Nullable ImportedRow beside;

  /**
   * A column that is imported.
   *
   * @param label index of the column that says what its value is, or -1
   */
  private record Column(int index, Place place, Field field, ColumnReader reader, int label) {

    /** Where a value stands: by the word that the row has for it, where it has one. */
    Place place(List<String> cells) {
      var word = label < 0 ? "" : cells.get(label).replace("* ", "").strip();
      return word.isEmpty() ? place : new Place(index, word);
    }
  }

  RowAssembler(CsvInspection inspection, Mapping mapping, ImportOptions options, Clock clock) {
    this.headers = inspection.headers();
    this.options = options;
    this.source = inspection.source();
    this.dialect = inspection.dialect();
    this.today = LocalDate.now(clock);
    var readers =
        new ColumnReaders(
            mapping, new ColumnConventions(inspection, mapping), source, today, options.home());
    for (var i = 0; i < headers.size(); i++) {
      var target = mapping.target(i);
      if (target.field() != Field.IGNORE) {
        var column =
            new Column(
                i,
                new Place(i, headers.get(i)),
                target.field(),
                readers.of(target),
                target.field() == Field.DESCRIPTION_LINE ? labelOf(i, mapping) : -1);
        (target.field().side() == Field.Side.ROW ? rowColumns : columns).add(column);
      }
    }
  }

  @Override
  public ImportedRow assemble(List<String> cells, List<String> values, Problems problems) {
    var state = new RowState(values, problems);
    if (!Assembler.isLeftOut(problems)) {
      rowColumns.forEach(c -> read(c, state));
      if (state.deleted) {
        problems.add(ProblemCode.DELETED_IN_SOURCE);
      } else {
        state.namesSomebody = source == ImportSource.ODOO && namesSomebody(values);
        columns.forEach(c -> read(c, state));
        return finish(cells, state);
      }
    }
    return new ImportedRow(problems.row(), cells, null, List.of(), problems.all());
  }

  private static void read(Column column, RowState state) {
    var value = state.cells.get(column.index());
    if (!value.isBlank()) {
      column.reader().read(value.strip(), column.place(state.cells), state);
    }
  }

  /** Google says in the column before what a relation, a day or a field of one's own is. */
  private int labelOf(int index, Mapping mapping) {
    if (index == 0 || !source.system().equals("google")) {
      return -1;
    }
    var header = headers.get(index);
    var end = header.lastIndexOf(" - ");
    var tells =
        end > 0
            && GOOGLE_VALUE.matcher(header.substring(end + 3)).matches()
            && headers.get(index - 1).startsWith(header.substring(0, end + 3))
            && mapping.target(index - 1).field() == Field.IGNORE;
    return tells ? index - 1 : -1;
  }

  private ImportedRow finish(List<String> cells, RowState state) {
    readBirthParts(state);
    if (source == ImportSource.ODOO) {
      state.person.nameWithin(state.company.name());
    }
    var links = new ArrayList<ImportedLink>(1);
    if (state.company.isNameless()) {
      if (!state.isAboutCompany()) {
        keepCompanyCells(state);
      }
    }
    var employed = !state.company.isNameless();
    var nobody = state.isAboutCompany() || isNobody(state, employed);
    if (employed) {
      if (nobody) {
        state.company.absorb(state.person);
      }
      links.addAll(companies(state));
    }
    var person =
        nobody ? null : state.person.build(employed, state.company.countryOr(options.home()));
    if (person != null && !links.isEmpty() && state.isAddressOfCompany()) {
      return withAddress(cells, state, person, links);
    }
    if (person == null && links.isEmpty()) {
      var nothing = state.person.isEmpty() && state.company.isEmpty();
      state.problems.add(nothing ? ProblemCode.NOTHING_TO_IMPORT : ProblemCode.NAME_MISSING);
    } else if (person != null
        && person.name().full().isEmpty()
        && person.emails().isEmpty()
        && person.phones().isEmpty()
        && person.externalId().isEmpty()) {
      state.problems.add(ProblemCode.NAME_MISSING);
    }
    return new ImportedRow(state.problems.row(), cells, person, links, state.problems.all());
  }

  /**
   * Odoo's address of a company to which a person's name belongs: the person in a row of its own
   * behind that of the company, to which the address is added.
   */
  private ImportedRow withAddress(
      List<String> cells, RowState state, ImportedPerson person, List<ImportedLink> links) {
    var number = state.problems.row();
    var employer = new CompanyDraft(new Problems(number));
    employer.rename(state.company.name(), state.company.externalId());
    beside =
        new ImportedRow(
            number,
            cells,
            person,
            List.of(new ImportedLink(employer.build(options.home()), state.jobTitle, state.role)),
            state.problems.all());
    var house = links.stream().map(link -> new ImportedLink(link.company(), "", "")).toList();
    return new ImportedRow(number, cells, null, house, List.of());
  }

  @Override
  public Optional<ImportedRow> takeBeside() {
    var taken = Optional.ofNullable(beside);
    beside = null;
    return taken;
  }

  /** Whether the row names somebody beside the company. */
  private boolean namesSomebody(List<String> values) {
    var company = valueOf(Field.COMPANY_NAME, values);
    return Stream.of(Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME)
        .map(field -> valueOf(field, values))
        .map(name -> name.startsWith(company + ", ") ? name.substring(company.length() + 2) : name)
        .anyMatch(name -> !name.isEmpty() && !company.isEmpty() && !name.equals(company));
  }

  private String valueOf(Field field, List<String> values) {
    return columns.stream()
        .filter(c -> c.field() == field)
        .map(c -> values.get(c.index()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A row with a company and no name, reference or mailbox of a person is about the company. */
  private static boolean isNobody(RowState state, boolean hasCompany) {
    return state.person.isEmpty()
        || (hasCompany && (state.person.isAnonymous() || state.person.isHouse()));
  }

  /** The company's cells of a row without a company's name stay with the person. */
  private void keepCompanyCells(RowState state) {
    for (var column : columns) {
      var value = state.cells.get(column.index());
      if (column.field().side() == Field.Side.COMPANY && !value.isBlank()) {
        state.person.remark(column.place(), value);
      }
    }
    if (!state.jobTitle.isEmpty()) {
      state.person.remark(placeOf(Field.JOB_TITLE), state.jobTitle);
    }
  }

  /** The company of the row, and bare ones for further names or references in its cells. */
  private List<ImportedLink> companies(RowState state) {
    var names = SEVERAL_NAMES.splitAsStream(state.company.name()).toList();
    var ids = List.of(state.company.externalId());
    if (source == ImportSource.HUBSPOT_CONTACTS) {
      ids = Cells.references(state.company.externalId());
      var bySemicolon = Cells.references(state.company.name());
      names = bySemicolon.size() == ids.size() ? bySemicolon : names;
    }
    var links = new ArrayList<ImportedLink>();
    for (var i = 0; i < Math.max(1, Math.max(names.size(), ids.size())); i++) {
      var name = i < names.size() ? names.get(i) : "";
      var id = i < ids.size() ? ids.get(i) : "";
      var first = i == 0;
      if (first) {
        state.company.rename(name, id);
      }
      var company = first ? state.company : bare(name, id, state);
      links.add(
          new ImportedLink(
              company.build(options.home()), first ? state.jobTitle : "", first ? state.role : ""));
    }
    return links;
  }

  private static CompanyDraft bare(String name, String id, RowState state) {
    var company = new CompanyDraft(state.problems);
    company.rename(name, id);
    return company;
  }

  /** Thunderbird has a column for each part of the birthday. */
  private void readBirthParts(RowState state) {
    if (state.birthMonth.isEmpty() || state.birthDay.isEmpty()) {
      return;
    }
    var text =
        (state.birthYear.isEmpty() ? "-" : pad(state.birthYear, 4))
            + "-"
            + pad(state.birthMonth, 2)
            + "-"
            + pad(state.birthDay, 2);
    Dates.birthday(text, dialect.dateOrder(), today)
        .ifPresentOrElse(
            state.person::birthday,
            () -> state.person.unreadableBirthday(text, placeOf(Field.BIRTH_DAY)));
  }

  private Place placeOf(Field field) {
    return columns.stream()
        .filter(c -> c.field() == field)
        .map(Column::place)
        .findFirst()
        .orElse(new Place(-1, ""));
  }

  private static String pad(String number, int width) {
    return "0".repeat(Math.max(0, width - number.length())) + number;
  }
}
