package eu.rempart.company;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a company whoever acts on this thread may see, and what they may change. */
final class CompanySight extends CustomFieldSight<Company, CompanyField, CompanyData> {

  CompanySight(Rights rights, CustomChecks custom) {
    super(
        rights,
        custom,
        CompanySearch.KIND,
        CompanyField.OWNER,
        CompanyField.CUSTOM,
        CompanyData.EMPTY);
  }

  @Override
  protected UUID idOf(Company found) {
    return found.id().value();
  }

  @Override
  protected CompanyData dataOf(Company found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(CompanyData data) {
    return data.ownerId();
  }

  @Override
  protected CompanyData ownedBy(CompanyData data, @Nullable UUID newOwner) {
    return data.toBuilder().ownerId(newOwner).build();
  }

  @Override
  protected CustomValues customOf(CompanyData data) {
    return data.custom();
  }

  @Override
  protected CompanyData with(CompanyData data, CustomValues custom) {
    return data.toBuilder().custom(custom).build();
  }

  @Override
  protected CompanyData copy(Set<CompanyField> fields, CompanyData source, CompanyData target) {
    return CompanyField.copy(fields, source, target);
  }

  /** Without the fields that are hidden. */
  Company seen(Company company) {
    return showsAll()
        ? company
        : new Company(
            company.id(),
            company.version(),
            shown(company.data()),
            codes(company.unopenable()),
            company.created(),
            company.changed());
  }

  /** Each without the fields that are hidden. */
  List<CompanyRow> seen(List<CompanyRow> rows) {
    return showsAll() ? rows : rows.stream().map(this::seen).toList();
  }

  private CompanyRow seen(CompanyRow row) {
    return new CompanyRow(
        row.id(), shown(row.shown()), codes(row.unopenable()), row.createdAt(), row.changedAt());
  }
}
