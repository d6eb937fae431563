package eu.rempart.exchange.ui;

import eu.rempart.deal.line.DealLine;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.ProblemCode.Severity;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.Reasons;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.result.Tally;
import eu.rempart.shell.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What imports say, in one language; plain text, to be shown as such. */
record ImportWords(Locale locale) implements Reasons {

  private static final Set<ProblemCode> KEPT =
      EnumSet.of(
          ProblemCode.AMOUNT_KEPT,
          ProblemCode.PRODUCTS_KEPT,
          ProblemCode.PRODUCT_LEFT_OUT,
          ProblemCode.DESCRIPTION_CUT);

  /** So many products of a deal are named. */
  private static final int SOLD = 3;

  static ImportWords ofUi() {
    return new ImportWords(Texts.locale());
  }

  @Override
  public char delimiter() {
    return CsvExport.delimiter(locale);
  }

  @Override
  public String rowHeader() {
    return Texts.in(locale, "exchange.errors.row");
  }

  @Override
  public String reasonHeader() {
    return Texts.in(locale, "exchange.errors.reason");
  }

  @Override
  public String of(RowResult result) {
    List<RowProblem> reasons =
        result.row().problems().stream().filter(p -> p.code().severity() != Severity.NOTE).toList();
    if (result.incomplete()) {
      return explain(result);
    }
    boolean said = result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.LEFT_OUT;
    return said && !reasons.isEmpty() ? sentences(reasons) : withKept(result);
  }

  /** Why the row has this outcome, and what else is worth knowing. */
  String explain(RowResult result) {
    String problems = sentences(result.row().problems());
    return switch (result.outcome()) {
      case REFUSED -> of(result);
      case LEFT_OUT -> problems.isEmpty() ? outcome(result.outcome()) : problems;
      case CREATED, UPDATED -> problems;
      case CREATED_BESIDE -> (outcome(result.outcome()) + " " + problems).strip();
      case UNCHANGED, EXISTS, TWICE_IN_FILE, AMBIGUOUS, CHANGED_MEANWHILE -> withKept(result);
    };
  }

  /** The outcome, and what of a deal was not taken though the outcome sounds as if it were. */
  private String withKept(RowResult result) {
    List<RowProblem> kept =
        result.row().problems().stream().filter(p -> KEPT.contains(p.code())).toList();
    return (outcome(result.outcome()) + " " + sentences(kept)).strip();
  }

  private String sentences(List<RowProblem> problems) {
    return problems.stream().map(this::problem).distinct().collect(Collectors.joining(" "));
  }

  private String problem(RowProblem problem) {
    String sentence = Texts.in(locale, problem.code().key());
    String name =
        problem.code() == ProblemCode.VALUE_REFUSED
            ? Texts.in(locale, problem.columnName())
            : problem.columnName();
    return name.isEmpty() ? sentence : name + ": " + sentence;
  }

  String outcome(Outcome outcome) {
    return Texts.in(locale, outcome.key());
  }

  /**
   * What became of rows.
   *
   * @param rows how many: the word may follow their number
   */
  String kind(Outcome.Kind kind, int rows) {
    return Texts.in(
        locale,
        switch (kind) {
          case CREATED -> "exchange.kind.created";
          case UPDATED -> "exchange.kind.updated";
          case SKIPPED -> "exchange.kind.skipped";
          case FAILED -> "exchange.kind.failed";
        },
        rows);
  }

  /** Why a file as a whole can't be imported. */
  String file(UnreadableFileException e) {
    return failure(e.row() < 0 ? e.problem().key() : e.problem().key() + ":" + e.row());
  }

  /** Why an import broke off, from its code. */
  String failure(String code) {
    int colon = code.indexOf(':');
    return colon < 0
        ? Texts.in(locale, code)
        : Texts.in(locale, code.substring(0, colon), Long.parseLong(code.substring(colon + 1)));
  }

  /**
   * Which records are created, by kind: also companies along with their people, which no row is
   * about. Empty where there are none.
   *
   * @param key of the sentence around them
   */
  static String created(String key, Tally.Created created) {
    String kinds =
        Stream.of(
                Map.entry("exchange.created.companies", created.companies()),
                Map.entry("exchange.created.contacts", created.contacts()),
                Map.entry("exchange.created.deals", created.deals()),
                Map.entry("exchange.created.activities", created.activities()))
            .filter(kind -> kind.getValue() > 0)
            .map(kind -> Texts.t(kind.getKey(), kind.getValue()))
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "" : Texts.t(key, kinds);
  }

  /** Whom a row is about, and what of a deal's products it says; empty where it says nothing. */
  static String subject(ImportedRow row) {
    var person = row.person();
    if (person != null) {
      String name = person.name().full();
      return !name.isEmpty() || person.emails().isEmpty()
          ? name
          : person.emails().getFirst().address().value();
    }
    if (row.deal() != null) {
      List<DealLine> lines = row.deal().lines();
      return Stream.of(
              Stream.of(row.deal().name()),
              DealLine.KEPT.plain(lines.stream().limit(SOLD).toList()).lines(),
              Stream.of(lines.size() > SOLD ? "+ " + (lines.size() - SOLD) : ""))
          .flatMap(words -> words)
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" · "));
    }
    if (row.activity() != null) {
      return row.activity().subject();
    }
    return row.companies().isEmpty()
        ? ""
        : Objects.requireNonNull(row.companies().getFirst()).company().name();
  }
}
