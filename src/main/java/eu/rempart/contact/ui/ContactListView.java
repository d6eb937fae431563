package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.bulk.BulkSteps;
import eu.rempart.shell.bulk.InlineEdits;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.IndexNotice;
import eu.rempart.shell.list.ListExport;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.view.GridView;
import eu.rempart.shell.view.ViewBars;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** All contacts: found, filtered, sorted, chosen. */
@Route(value = ContactNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ContactListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ContactService contacts;
  private final transient WayBack back;
  private final transient ContactEditor editor;
  private final Div notice = new Div();
  private final transient ContactRows rows;
  private final transient CurrentMember member;
  private final transient IndexNotice index;
  private final transient BulkSteps<ContactRow> bulk;
  private final ContactFilterBar filters;
  private final RecordGrid<ContactRow> grid;
  private boolean showing;

  ContactListView(
      ContactService contacts,
      CompanyService companies,
      WayBack back,
      MemberNames members,
      CurrentMember member,
      ContactEditor editor,
      ContactUnfinished unfinished,
      Tags tags,
      CustomFields custom,
      ContactBulk room,
      BulkChanges changes,
      ViewBars views,
      ObjectProvider<ListExport<ContactQuery>> exports) {
    this.contacts = contacts;
    this.back = back;
    this.editor = editor;
    this.member = member;
    notice.addClassName("draft-slot");
    addClassNames("contacts-view", "records-view");
    rows = new ContactRows(contacts);
    grid = new RecordGrid<>("contacts", rows, ContactRow::id, ContactRows::card);
    CustomBook own = custom.book("contact");
    ContactRows.addColumns(grid, rows, members.all(), tags.book(), own);
    filters =
        new ContactFilterBar(
            members.all(),
            tags.book(),
            id -> companies.reference(id).map(CompanyReference::name).orElse("…"));
    index = new IndexNotice(() -> contacts.indexState().percentBuilt(), grid);
    filters.onChange(
        filter -> {
          rows.filter(filter);
          grid.refresh();
          remember();
        });
    grid.onSearch(_ -> remember());
    grid.onSort(this::remember);
    grid.setFilters(filters);
    bulk =
        new BulkSteps<>(
            grid,
            row -> row.id().value(),
            () -> {
              var query = rows.query(grid);
              return () ->
                  contacts
                      .ids(query, 10_000)
                      .map(ids -> ids.stream().map(ContactId::value).toList());
            },
            room,
            changes);
    var viewed =
        new GridView(
            grid,
            () -> url().parameters(SearchMemo.current()).getParameters(),
            () -> rows.filter().rule(),
            this::filter,
            ContactListFields.of(members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    prepareActions(room, members.all(), tags, ListExport.formats(exports.orderedStream()));
    unfinished.notice(null, this::create).ifPresent(notice::add);
    add(new H1(t("contact.list.title")), notice, views.bar("contact", viewed), grid);
  }

  private void prepareActions(
      ContactBulk room,
      Map<UUID, String> names,
      Tags tags,
      List<ListExport<ContactQuery>> exports) {
    if (member.may(Right.WRITE_RECORDS, "contact")) {
      bulk.offerChanges(names, tags);
      new InlineEdits<>(grid, row -> row.id().value(), room);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "contact")) {
      grid.addBulkAction(
          t("contact.archive"),
          Glyph.ARCHIVE,
          chosen -> {
            if (chosen.all()) {
              bulk.archiveAll(chosen);
            } else {
              archive(chosen.some());
            }
          });
    }
    if (member.may(Right.EXPORT_RECORDS, "contact")) {
      exports.forEach(
          export ->
              grid.addExport(
                  t(export.labelKey()), chosen -> export.file(rows.query(grid), ids(chosen))));
    }
    if (member.may(Right.WRITE_RECORDS, "contact")) {
      var add = new Button(t("contact.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    grid.setNothingYet(nothingYet(), () -> rows.filter().equals(ContactFilter.NONE));
  }

  private EmptyState nothingYet() {
    if (!member.may(Right.WRITE_RECORDS, "contact")) {
      return new EmptyState(
          Glyph.CONTACTS, t("contact.list.empty.title"), t("contact.list.empty.reader"));
    }
    var add = new Button(t("contact.add"), _ -> create());
    if (!member.may(Right.IMPORT_RECORDS)) {
      return new EmptyState(
          Glyph.CONTACTS, t("contact.list.empty.title"), t("contact.list.empty.sentence"), add);
    }
    var bring = new Anchor("import", t("contact.import"));
    bring.getElement().setAttribute("router-link", true);
    bring.addClassName("button-link");
    return new EmptyState(
        Glyph.CONTACTS,
        t("contact.list.empty.title"),
        t("contact.list.empty.sentence"),
        bring,
        add);
  }

  private static List<UUID> ids(Set<ContactRow> rows) {
    return rows.stream().map(row -> row.id().value()).toList();
  }

  private void create() {
    notice.removeAll();
    editor.create(ContactNavigation::open);
  }

  private void archive(Set<ContactRow> chosen) {
    List<ContactId> ids = chosen.stream().map(ContactRow::id).toList();
    UUID change = contacts.archive(ids);
    grid.deselectAll();
    grid.refresh();
    back.offer(
        t("contact.archived", ids.size()),
        change,
        () -> {
          contacts.cameBack(ids);
          grid.refresh();
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    ContactUrl url = ContactUrl.parse(parameters, SearchMemo.current());
    showing = true;
    rows.filter(url.filter());
    filters.show(url.filter());
    grid.setSearch(url.text());
    grid.setSort(url.sort());
    showing = false;
    if (parameters.getParameters().containsKey(ContactNavigation.NEW)
        && member.may(Right.WRITE_RECORDS, "contact")) {
      create();
    }
  }

  private ContactUrl url() {
    return new ContactUrl(grid.search(), rows.filter(), grid.sort());
  }

  private void filter(Map<String, List<String>> address, Rule rule) {
    ContactFilter filter =
        ContactUrl.parse(new QueryParameters(address), SearchMemo.current()).filter().with(rule);
    showing = true;
    rows.filter(filter);
    filters.show(filter);
    showing = false;
  }

  private void remember() {
    if (!showing) {
      var parameters = url().parameters(SearchMemo.current());
      ListPlace.say(new Location(ContactNavigation.LIST, parameters));
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    index.watch(event.getUI());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    index.stop();
  }

  @Override
  public String getPageTitle() {
    return t("contact.list.title");
  }
}
