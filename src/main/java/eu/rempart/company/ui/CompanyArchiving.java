package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Confirmation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves companies to the bin; asks first where people would be left without a company. */
@Component
final class CompanyArchiving {

  private final CompanyService companies;
  private final WayBack back;

  CompanyArchiving(CompanyService companies, WayBack back) {
    this.companies = companies;
    this.back = back;
  }

  /**
   * Archives, asking about the people who work nowhere else.
   *
   * @param done called when it is done
   * @param undone called when it was taken back
   */
  void ask(List<CompanyId> ids, Runnable done, Runnable undone) {
    int people = companies.countDependents(ids);
    if (people == 0) {
      archive(ids, false, done, undone);
      return;
    }
    var too = new Checkbox(t("company.archive.people", people));
    Confirmation.ask(
        t("company.archive.title", ids.size()),
        new Div(new Paragraph(t("company.archive.sentence", people)), too),
        t("company.archive"),
        () -> archive(ids, too.getValue(), done, undone));
  }

  private void archive(List<CompanyId> ids, boolean people, Runnable done, Runnable undone) {
    UUID change = people ? companies.archiveWithDependents(ids) : companies.archive(ids);
    done.run();
    back.offer(
        t("company.archived", ids.size()),
        change,
        () -> {
          companies.cameBack(ids);
          undone.run();
        });
  }
}
