package eu.rempart.deal;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import eu.rempart.deal.line.DealReckoning;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a deal whoever acts on this thread may see, and what they may change. */
final class DealSight extends CustomFieldSight<Deal, DealField, DealData> {

  DealSight(Rights rights, CustomChecks custom) {
    super(rights, custom, DealSearch.KIND, DealField.OWNER, DealField.CUSTOM, DealData.EMPTY);
  }

  @Override
  protected UUID idOf(Deal found) {
    return found.id().value();
  }

  @Override
  protected DealData dataOf(Deal found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(DealData data) {
    return data.ownerId();
  }

  @Override
  protected DealData ownedBy(DealData data, @Nullable UUID newOwner) {
    return data.toBuilder().ownerId(newOwner).build();
  }

  @Override
  protected CustomValues customOf(DealData data) {
    return data.custom();
  }

  @Override
  protected DealData with(DealData data, CustomValues custom) {
    return data.toBuilder().custom(custom).build();
  }

  @Override
  protected DealData copy(Set<DealField> fields, DealData source, DealData target) {
    return DealField.copy(fields, source, target);
  }

  /** Why a deal was lost goes with the stage of lost deals. */
  @Override
  protected Set<DealField> chosen(Set<DealField> mine, DealData after) {
    if (!mine.contains(DealField.STAGE) || after.lostReason() != null) {
      return mine;
    }
    Set<DealField> chosen = EnumSet.copyOf(mine);
    chosen.remove(DealField.LOST_REASON);
    return chosen;
  }

  /** Fields that are written where these change: the amount may follow. */
  static Set<DealField> touched(Set<DealField> mine) {
    if (Collections.disjoint(mine, DealField.MONEY)) {
      return mine;
    }
    Set<DealField> touched = EnumSet.of(DealField.AMOUNT);
    touched.addAll(mine);
    return touched;
  }

  /**
   * As {@link #written}, with the amount that the products come to, which whoever writes may not
   * all be shown.
   *
   * @throws eu.rempart.deal.line.LineRefusedException if the lines can't be kept
   */
  DealData settled(Set<DealField> mine, DealData after, Supplier<Optional<Deal>> stored) {
    DealData data = written(mine, after, stored);
    Deal now = Collections.disjoint(mine, DealField.MONEY) ? null : stored.get().orElse(null);
    if (now == null) {
      return data;
    }
    DealData whole = DealField.copy(mine, data, now.data());
    boolean sealed =
        now.unopenable().containsKey(DealField.LINES) && !mine.contains(DealField.LINES);
    // of lines that don't open nobody knows what they come to
    return DealField.copy(
        DealField.MONEY,
        sealed ? DealReckoning.kept(now.data(), whole) : DealReckoning.settled(whole),
        data);
  }

  /** As {@link #settled(Set, DealData, Supplier)}, of many; without those that stay as they are. */
  Map<Deal, DealData> settled(
      Map<Deal, DealData> changes, Function<List<UUID>, List<Deal>> stored) {
    Map<Deal, DealData> settled = new HashMap<>(written(changes, stored));
    Set<DealId> lined = withLines(settled, stored);
    settled.replaceAll(
        (before, after) ->
            DealReckoning.together(before.data(), after, lined.contains(before.id())));
    settled.entrySet().removeIf(each -> each.getKey().data().equals(each.getValue()));
    return settled;
  }

  /**
   * Those whose currency changes though they have lines, be these shown to whoever writes or not.
   */
  private Set<DealId> withLines(
      Map<Deal, DealData> changes, Function<List<UUID>, List<Deal>> stored) {
    List<Deal> exchanged =
        changes.entrySet().stream()
            .filter(
                each ->
                    !Objects.equals(each.getKey().data().currency(), each.getValue().currency()))
            .map(Map.Entry::getKey)
            .toList();
    boolean hidden = hiddenColumns().contains(DealField.LINES.column());
    return (hidden && !exchanged.isEmpty()
            ? stored.apply(exchanged.stream().map(this::idOf).toList())
            : exchanged)
        .stream().filter(Deal::hasLines).map(Deal::id).collect(Collectors.toSet());
  }

  /** Without the fields that are hidden. */
  Deal seen(Deal deal) {
    return showsAll()
        ? deal
        : new Deal(
            deal.id(),
            deal.version(),
            shown(deal.data()),
            deal.standing(),
            codes(deal.unopenable()),
            deal.created(),
            deal.changed());
  }

  /** Each without the fields that are hidden. */
  List<DealRow> seen(List<DealRow> rows) {
    return showsAll() ? rows : rows.stream().map(this::seen).toList();
  }

  private DealRow seen(DealRow row) {
    return new DealRow(
        row.id(),
        row.version(),
        shown(row.shown()),
        codes(row.unopenable()),
        hiddenColumns().contains(DealField.COMPANY.column()) ? null : row.company(),
        row.state(),
        row.since(),
        row.closedAt(),
        row.createdAt(),
        row.changedAt());
  }
}
