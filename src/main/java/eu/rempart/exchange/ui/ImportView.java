package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.MemberNames;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportUndo;
import eu.rempart.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** Brings files in: the wizard, the import under way, and former ones. */
@Route(value = ImportView.ROUTE, layout = MainLayout.class)
@RolesAllowed(Access.IMPORT)
@StyleSheet("styles/import.css")
public class ImportView extends Div implements HasDynamicTitle {

  static final String ROUTE = "import";

  private static final long serialVersionUID = 1L;

  private final transient ImportDesk desk;
  private final Div top = new Div();
  private final RecentImports recent;

  ImportView(ImportDesk desk, ImportUndo undo, MemberNames members) {
    this.desk = desk;
    this.recent = new RecentImports(desk.imports(), undo, members.all());
    addClassName("import-view");
    add(new H1(t("exchange.import.title")), top, new H2(t("exchange.recent.title")), recent);
    desk.imports().running().ifPresentOrElse(this::watch, this::offer);
  }

  private void offer() {
    top.removeAll();
    top.add(new ImportWizard(desk, this::watch));
  }

  private void watch(ImportJob job) {
    top.removeAll();
    top.add(new RunningPanel(job, this::ended));
    recent.refresh();
  }

  /** The result stays to be read; below it the next import can begin. */
  private void ended() {
    recent.refresh();
    top.add(new ImportWizard(desk, this::watch));
  }

  @Override
  public String getPageTitle() {
    return t("exchange.import.title");
  }
}
