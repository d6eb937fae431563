package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.shell.part.DraftNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a company and did not save. */
@Component
final class CompanyUnfinished {

  private final DraftService drafts;
  private final CurrentMember member;

  CompanyUnfinished(DraftService drafts, CurrentMember member) {
    this.drafts = drafts;
    this.member = member;
  }

  private static DraftKey key(@Nullable Company of) {
    return new DraftKey("company", of == null ? null : of.id().value());
  }

  /** What is left of a form; null stands for the form of a new company. */
  Optional<Draft<CompanyData>> of(@Nullable Company of) {
    return drafts.find(key(of), CompanyData.class);
  }

  /** The company as the member saw it on beginning, so that what others saved since is noticed. */
  @Nullable Company asItWas(@Nullable Company now, Optional<Draft<CompanyData>> draft) {
    return now == null || draft.isEmpty()
        ? now
        : new Company(
            now.id(),
            draft.get().version(),
            draft.get().before(),
            now.unopenable(),
            now.created(),
            now.changed());
  }

  void keep(@Nullable Company of, CompanyData typed, boolean changed) {
    if (changed) {
      drafts.keep(
          key(of),
          of == null ? 0 : of.version(),
          of == null ? CompanyData.EMPTY : of.data(),
          typed);
    } else {
      drafts.drop(key(of));
    }
  }

  void drop(@Nullable Company of) {
    drafts.drop(key(of));
  }

  /** Tells of it on a page, for those who may go on with it. */
  Optional<DraftNotice> notice(@Nullable Company of, Runnable goOn) {
    if (!member.may(Right.WRITE_RECORDS, "company")) {
      return Optional.empty();
    }
    return of(of)
        .map(
            draft ->
                new DraftNotice(
                    of == null ? t("company.draft.new") : t("company.draft.changes"),
                    draft.at(),
                    goOn,
                    () -> drop(of)));
  }
}
