package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyId;
import eu.rempart.db.sealed.Opened;
import eu.rempart.deal.DealContactRole;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields and values of deals in words. */
public final class DealTexts {

  /** So many lines are named where many deals are listed. */
  private static final int FEW = 3;

  /** Of what they sell, so many characters. */
  private static final int SHORT = 60;

  private DealTexts() {}

  static String label(DealField field) {
    return t("deal.field." + field.column());
  }

  public static String state(DealState state) {
    return t("deal.state." + state.name());
  }

  static String role(@Nullable DealContactRole role) {
    return role == null ? "" : t("deal.role." + role.name());
  }

  public static String problem(InvalidFieldException.Problem problem) {
    return t("deal.problem." + problem.name());
  }

  public static String money(@Nullable BigDecimal amount, @Nullable String currency) {
    return amount == null ? "" : Formats.money(amount, currency);
  }

  /** How long a deal has been in its stage, such as "12 days". */
  public static String age(Instant since, Instant now) {
    return t("deal.days", Math.max(0, Duration.between(since, now).toDays()));
  }

  /** Name of a deal for titles; the sealed mark where the name does not open. */
  public static String title(DealData data, Map<DealField, String> unopenable) {
    String name = data.name();
    String code = unopenable.get(DealField.NAME);
    return name != null ? name : code == null ? "" : t("shell.sealed", code);
  }

  /**
   * One field of a deal as a text of one or more lines; empty where it is.
   *
   * @param companies names of companies by id
   */
  static String value(
      DealField field,
      DealData data,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook custom,
      StageBook stages,
      Function<CompanyId, String> companies) {
    return switch (field) {
      case NAME -> text(data.name());
      case COMPANY -> data.companyId() == null ? "" : companies.apply(data.companyId());
      case AMOUNT -> money(data.amount(), data.currency());
      case CURRENCY -> text(data.currency());
      case STAGE -> data.stageId() == null ? "" : stages.name(data.stageId());
      case PROBABILITY -> data.probability() == null ? "" : percent(data.probability());
      case EXPECTED_CLOSE -> data.expectedClose() == null ? "" : Formats.date(data.expectedClose());
      case SOURCE -> text(data.source());
      case OWNER -> members.getOrDefault(data.ownerId(), "");
      case LOST_REASON -> text(data.lostReason());
      case DESCRIPTION -> text(data.description());
      case EXTERNAL_ID -> text(data.externalId());
      case TAGS -> tags.names(data.tags());
      case CUSTOM -> custom.lines(data.custom());
      case LINES ->
          data.lines().isEmpty() ? t("deal.lines.none") : DealLine.KEPT.plain(data.lines());
      case AMOUNT_BY -> t("deal.amount_by." + data.amountBy().name());
    };
  }

  /** What is sold in few words: how many of what, of the first few; how many more there are. */
  static String products(List<DealLine> lines) {
    String first =
        lines.stream()
            .limit(FEW)
            .map(line -> Formats.number(line.quantity()) + " × " + beginning(line))
            .collect(Collectors.joining(", "));
    return lines.size() <= FEW ? first : first + " + " + Formats.number(lines.size() - FEW);
  }

  private static String beginning(DealLine line) {
    String first = line.description().lines().findFirst().orElse("…");
    return first.codePointCount(0, first.length()) <= SHORT
        ? first
        : first.substring(0, first.offsetByCodePoints(0, SHORT - 1)).strip() + "…";
  }

  static String percent(int percent) {
    return t("deal.percent", percent);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A cell: the value, or the mark in words where it does not open. */
  static String cell(DealField field, Map<DealField, String> unopenable, @Nullable String value) {
    String code = unopenable.get(field);
    return code == null ? text(value) : SealedMark.text(new Opened.Unopenable<String>(code));
  }
}
