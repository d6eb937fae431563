package eu.rempart.exchange.csv;

import eu.rempart.common.line.LineRules;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Amounts.Amount;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.ProductCell;
import eu.rempart.exchange.value.ProductDraft;
import eu.rempart.exchange.value.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a deal of one row of cells. The first value of a field wins. */
final class DealAssembler implements Assembler {

  private static final long TOO_MUCH = 10_000_000_000_000_000L;

  /** Of one product, and for one of it. */
  private static final long TOO_MANY = 1_000_000_000L;

  private static final Set<Field> OF_PRODUCTS =
      EnumSet.of(
          Field.DEAL_PRODUCT,
          Field.DEAL_PRODUCT_UNIT,
          Field.DEAL_PRODUCT_QUANTITY,
          Field.DEAL_PRODUCT_PRICE,
          Field.DEAL_PRODUCT_DISCOUNT);

  private final MatterCells cells;

  DealAssembler(CsvInspection inspection, Mapping mapping, ImportOptions options, Clock clock) {
    this.cells = new MatterCells(inspection, mapping, options, clock);
  }

  /** What was gathered of the row that is being read. */
  private static final class State extends MatterCells.Gathered {
    String name = "";
    @Nullable Amount amount;
    @Nullable Place amountPlace;
    final ProductDraft product = new ProductDraft();
    final Set<Integer> productCells = new HashSet<>();
    final List<DealLine> lines = new ArrayList<>(0);
    String currency = "";
    String pipeline = "";
    String stage = "";
    @Nullable DealState state;
    @Nullable Boolean won;
    boolean closed;
    @Nullable Integer probability;
    @Nullable LocalDate expectedClose;
    @Nullable Instant closedAt;
    String source = "";
    String lostReason = "";

    State(Problems problems) {
      super(problems, "deal");
    }
  }

  @Override
  public ImportedRow assemble(List<String> row, List<String> values, Problems problems) {
    State state = new State(problems);
    return cells.gather(values, state, this::read) ? finish(row, state) : state.leftOut(row);
  }

  private ImportedRow finish(List<String> row, State s) {
    String currency = currency(s);
    if (s.name.isEmpty()) {
      s.problems.add(
          s.draft.isEmpty()
                  && s.externalId.isEmpty()
                  && s.amount == null
                  && s.stage.isEmpty()
                  && s.product.isEmpty()
                  && s.lines.isEmpty()
                  && !s.namesOthers()
              ? ProblemCode.NOTHING_TO_IMPORT
              : ProblemCode.DEAL_NAME_MISSING);
      return s.leftOut(row);
    }
    // before the description is read: what is too long goes there too
    var links = cells.companies(s);
    BigDecimal amount = s.amount == null ? null : s.amount.value();
    s.lines.addAll(
        s.product.lines(amount, currency.isEmpty() ? cells.currencyAtHome() : currency, s.draft));
    ImportedDeal deal =
        new ImportedDeal(
            s.externalId,
            s.name,
            amount,
            s.amount == null ? "" : currency,
            s.pipeline,
            s.stage,
            ended(s),
            s.closed,
            s.probability,
            s.expectedClose,
            s.closedAt,
            s.source,
            s.lostReason,
            s.draft.text(),
            s.owner,
            s.people(),
            s.draft.names(),
            s.draft.own(),
            s.lines,
            s.product.isAssumed(),
            apart(row, s));
    return new ImportedRow(s.problems.row(), row, null, links, deal, null, s.problems.all());
  }

  /** The cells of the row, empty where they say something of its product. */
  private static List<String> apart(List<String> row, State s) {
    if (s.product.isEmpty()) {
      return row;
    }
    List<String> apart = new ArrayList<>(row);
    s.productCells.stream().filter(cell -> cell < apart.size()).forEach(c -> apart.set(c, ""));
    return apart;
  }

  /** One that is closed is lost only where the file says that it was not won. */
  private static @Nullable DealState ended(State s) {
    if (Boolean.TRUE.equals(s.won)) {
      return DealState.WON;
    }
    return s.state == null && s.closed && s.won != null ? DealState.LOST : s.state;
  }

  private String currency(State s) {
    Amount price = s.product.price();
    Amount amount = s.amount == null ? price : s.amount;
    if (amount == null || !s.currency.isEmpty()) {
      return s.currency;
    }
    if (!amount.currency().isEmpty()) {
      return amount.currency();
    }
    if (price != null && !price.currency().isEmpty()) {
      return price.currency();
    }
    Place place = s.amount == null ? s.product.pricePlace() : s.amountPlace;
    if (place != null && amount.value().signum() != 0) {
      s.problems.add(ProblemCode.CURRENCY_ASSUMED, place);
    }
    return cells.currencyAtHome();
  }

  private void read(MatterCells.Column column, String v, State s) {
    Place p = column.place();
    if (OF_PRODUCTS.contains(column.target().field())) {
      s.productCells.add(column.index());
    }
    switch (column.target().field()) {
      case DEAL_EXTERNAL_ID -> s.externalId = MatterCells.first(s.externalId, v);
      case DEAL_NAME -> s.name = s.name.isEmpty() ? s.draft.line(v, DealRules.MAX_NAME, p) : s.name;
      case DEAL_AMOUNT -> amount(v, p, s);
      case DEAL_CURRENCY ->
          cells
              .choice(MatterCells::currency, v, p, s.draft, s.problems)
              .ifPresent(c -> s.currency = c);
      case DEAL_PRODUCT -> s.product.name(s.draft.line(v, LineRules.MAX_DESCRIPTION, p));
      case DEAL_PRODUCT_UNIT -> s.product.unit(s.draft.line(v, LineRules.MAX_UNIT, p), p);
      case DEAL_PRODUCT_QUANTITY ->
          cells
              .bareNumber(v, TOO_MANY, p, s.draft, s.problems)
              .ifPresent(number -> s.product.quantity(number, v, p));
      case DEAL_PRODUCT_PRICE ->
          cells
              .number(v, TOO_MANY, p, s.draft, s.problems)
              .ifPresent(number -> s.product.price(number, v, p));
      case DEAL_PRODUCT_DISCOUNT ->
          cells
              .bareNumber(percent(v), 101, p, s.draft, s.problems)
              .ifPresent(number -> s.product.discount(number, v, p));
      case DEAL_PRODUCTS ->
          ProductCell.read(v)
              .ifPresentOrElse(
                  s.lines::addAll,
                  () -> {
                    s.problems.add(ProblemCode.VALUE_INVALID, p);
                    s.draft.keep(p, v);
                  });
      case DEAL_PIPELINE -> s.pipeline = MatterCells.first(s.pipeline, v);
      case DEAL_STAGE -> s.stage = MatterCells.first(s.stage, v);
      case DEAL_STATE ->
          cells
              .choice(Words::dealState, v, p, s.draft, s.problems)
              .ifPresent(state -> s.state = state);
      case DEAL_IS_WON -> s.won = Words.yesOrNo(v).orElse(null);
      case DEAL_IS_CLOSED -> s.closed = Words.yesOrNo(v).orElse(false);
      case DEAL_PROBABILITY -> probability(v, p, s);
      case DEAL_EXPECTED_CLOSE ->
          cells.moment(v, p, s.draft, s.problems).ifPresent(m -> s.expectedClose = m.day());
      case DEAL_CLOSED -> {
        if (s.closedAt == null) {
          cells
              .moment(v, p, s.draft, s.problems)
              .ifPresent(m -> s.closedAt = m.in(cells.options().zone()));
        }
      }
      case DEAL_COMPANY -> s.companies.add(v);
      case DEAL_COMPANY_ID -> s.companyIds.addAll(MatterCells.several(v));
      case DEAL_CONTACT -> s.contacts.addAll(MatterCells.several(v));
      case DEAL_CONTACT_ID -> s.contactIds.addAll(MatterCells.several(v));
      case DEAL_CONTACT_EMAIL -> s.emails.addAll(MatterCells.several(v));
      case DEAL_OWNER -> s.owner = MatterCells.first(s.owner, v);
      case DEAL_SOURCE ->
          s.source = s.source.isEmpty() ? s.draft.line(v, DealRules.MAX_TEXT, p) : s.source;
      case DEAL_LOST_REASON ->
          s.lostReason =
              s.lostReason.isEmpty() ? s.draft.line(v, DealRules.MAX_REASON, p) : s.lostReason;
      case DEAL_TAGS -> s.draft.tags(v);
      case DEAL_DESCRIPTION -> s.draft.describe(cells.text(v));
      case DEAL_DESCRIPTION_LINE -> s.draft.keep(p, cells.text(v));
      case DEAL_CUSTOM -> cells.own(column, v, s.draft, s.problems);
      case IS_DELETED -> s.deleted = Words.yesOrNo(v).orElse(false);
      default -> throw new IllegalStateException("no column of a deal: " + column.target());
    }
  }

  private void amount(String v, Place p, State s) {
    if (s.amount == null) {
      cells
          .number(v, TOO_MUCH, p, s.draft, s.problems)
          .ifPresent(
              amount -> {
                s.amount =
                    new Amount(MatterCells.rounded(amount.value(), 2, v, p, s), amount.currency());
                s.amountPlace = p;
              });
    }
  }

  private static String percent(String v) {
    return v.endsWith("%") ? v.substring(0, v.length() - 1) : v;
  }

  /** In percent; a number below one is a share of one, as HubSpot writes it. */
  private void probability(String v, Place p, State s) {
    String number = percent(v);
    boolean share = !v.endsWith("%") && (number.contains(".") || number.contains(","));
    cells
        .number(number, 101, p, s.draft, s.problems)
        .map(Amount::value)
        .map(n -> share && n.compareTo(BigDecimal.ONE) <= 0 ? n.movePointRight(2) : n)
        .map(n -> MatterCells.rounded(n, 0, v, p, s).intValueExact())
        .ifPresent(n -> s.probability = Math.min(100, n));
  }
}
