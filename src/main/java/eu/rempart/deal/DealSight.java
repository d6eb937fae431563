package eu.rempart.deal;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
