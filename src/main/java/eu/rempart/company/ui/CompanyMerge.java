package eu.rempart.company.ui;

import eu.rempart.account.MemberNames;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyDataBuilder;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.db.Reason;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.MergeRoom;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How two companies become one. */
@Component
class CompanyMerge implements MergeRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Nobody need choose among these: both records' entries stay. */
  private static final Set<CompanyField> UNITED =
      EnumSet.of(
          CompanyField.EMAILS,
          CompanyField.PHONES,
          CompanyField.ADDRESSES,
          CompanyField.TAGS,
          CompanyField.CUSTOM);

  private final CompanyService companies;
  private final DuplicateService duplicates;
  private final MemberNames members;
  private final Tags tags;
  private final CustomFields custom;

  CompanyMerge(
      CompanyService companies,
      DuplicateService duplicates,
      MemberNames members,
      Tags tags,
      CustomFields custom) {
    this.companies = companies;
    this.duplicates = duplicates;
    this.members = members;
    this.tags = tags;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Map<UUID, Side> sides(Set<UUID> ids) {
    Map<UUID, String> names = members.all();
    TagBook book = tags.book();
    CustomBook own = custom.book("company");
    return companies.findAll(ids.stream().map(CompanyId::new).toList()).stream()
        .collect(Collectors.toMap(each -> each.id().value(), each -> side(each, names, book, own)));
  }

  private Side side(Company record, Map<UUID, String> names, TagBook book, CustomBook own) {
    CompanyData data = record.data();
    Map<String, Field> fields = new LinkedHashMap<>();
    for (CompanyField field : CompanyField.values()) {
      String text = CompanyTexts.value(field, data, names, book, own, this::company);
      if (!text.isEmpty()) {
        fields.put(field.column(), new Field(CompanyTexts.label(field), text));
      }
    }
    return new Side(
        CompanyTexts.title(data, record.unopenable()),
        CompanyNavigation.details(record.id()),
        fields,
        UNITED.stream().map(CompanyField::column).collect(Collectors.toSet()));
  }

  @Override
  public boolean merge(UUID stays, UUID goes, Set<String> taken) {
    Map<UUID, Company> both = new HashMap<>();
    companies
        .findAll(List.of(new CompanyId(stays), new CompanyId(goes)))
        .forEach(each -> both.put(each.id().value(), each));
    Company one = both.get(stays);
    Company other = both.get(goes);
    if (one == null || other == null || stays.equals(goes)) {
      return false;
    }
    CompanyData merged = merged(one.data(), other.data(), taken);
    if (!CompanyField.changed(one.data(), merged).isEmpty()
        && !companies.saveAll(Map.of(one, merged), Reason.EDIT).isEmpty()) {
      return false;
    }
    duplicates.pointElsewhere("company", goes, stays);
    companies.archive(List.of(other.id()));
    return true;
  }

  private static CompanyData merged(CompanyData one, CompanyData other, Set<String> taken) {
    Set<CompanyField> fields = EnumSet.noneOf(CompanyField.class);
    for (CompanyField field : CompanyField.values()) {
      if (taken.contains(field.column()) && !UNITED.contains(field)) {
        fields.add(field);
      }
    }
    CompanyDataBuilder merged = CompanyField.copy(fields, other, one).toBuilder();
    merged.emails(
        unite(one.emails(), other.emails(), EmailEntry::address, CompanyMerge::secondary));
    merged.phones(
        unite(one.phones(), other.phones(), p -> p.number().dialled(), CompanyMerge::secondary));
    merged.addresses(
        unite(one.addresses(), other.addresses(), Function.<PostalAddress>identity(), a -> a));
    Set<UUID> tags = new LinkedHashSet<>(one.tags());
    tags.addAll(other.tags());
    // of two values in one field the one of the record that stays
    return merged.tags(tags).custom(one.custom().or(other.custom())).build();
  }

  /** The record that stays keeps its primary entry. */
  private static <T, K> List<T> unite(
      List<T> one, List<T> other, Function<T, K> key, Function<T, T> added) {
    Set<K> known = new HashSet<>(one.stream().map(key).toList());
    List<T> united = new ArrayList<>(one);
    for (T entry : other) {
      if (known.add(key.apply(entry))) {
        united.add(one.isEmpty() ? entry : added.apply(entry));
      }
    }
    return united;
  }

  private static EmailEntry secondary(EmailEntry e) {
    return new EmailEntry(e.address(), e.kind(), false, e.optedOut(), e.invalid());
  }

  private static PhoneEntry secondary(PhoneEntry p) {
    return new PhoneEntry(p.number(), p.kind(), false, p.doNotCall(), p.invalid());
  }

  private String company(CompanyId id) {
    return companies.reference(id).map(CompanyReference::name).orElse("");
  }

  @Override
  public void seen(List<UUID> ids) {
    companies.awaitIndex(ids.stream().map(CompanyId::new).toList(), PATIENCE);
  }
}
