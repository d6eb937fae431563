package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.common.Page;
import eu.rempart.common.custom.CustomField;
import eu.rempart.db.sealed.Opened;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentColumn;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.file.StoredFile;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.ui.DocumentDesk;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.document.ui.DocumentTexts;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.list.RecordCard;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.RecordSource;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the list of documents, a page by two queries, and how its columns show them. */
final class DocumentRows implements RecordSource<DocumentRow> {

  /** Where something is looked for; among equals by the name. */
  private static final RecordQuery.Sort BEST =
      new RecordQuery.Sort(key(DocumentColumn.NAME), false);

  private static final RecordQuery.Sort NEWEST =
      new RecordQuery.Sort(key(DocumentColumn.CHANGED), true);

  private final ManyDocumentsService documents;
  private final DocumentDesk desk;
  private final Supplier<List<Folder>> folders;
  private final Map<FolderId, String> names = new HashMap<>();
  private @Nullable FolderId folder;
  private DocumentFilter filter = DocumentFilter.NONE;
  private Rule rule = Rule.EVERYTHING;

  DocumentRows(ManyDocumentsService documents, DocumentDesk desk, Supplier<List<Folder>> folders) {
    this.documents = documents;
    this.desk = desk;
    this.folders = folders;
  }

  void folder(@Nullable FolderId place) {
    folder = place;
  }

  @Nullable FolderId folder() {
    return folder;
  }

  void filter(DocumentFilter chosen) {
    filter = chosen;
  }

  DocumentFilter filter() {
    return filter;
  }

  void rule(Rule further) {
    rule = further;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public List<DocumentRow> page(RecordQuery query) {
    if (query.offset() == 0) { // read anew with the list
      names.clear();
      folders.get().forEach(each -> names.put(each.id(), each.name()));
    }
    List<Document> shown =
        documents
            .page(query(query.search(), query.sort(), rule), query.offset(), query.limit())
            .rows();
    Map<UUID, StoredFile> files = desk.filesOf(shown);
    return shown.stream()
        .map(document -> new DocumentRow(document, files.get(document.file().value())))
        .toList();
  }

  /** What the list asks for now. */
  DocumentQuery query(RecordGrid<DocumentRow> grid) {
    return query(grid.search(), grid.sort(), rule);
  }

  private DocumentQuery query(String search, Optional<RecordQuery.Sort> sort, Rule conditions) {
    RecordQuery.Sort order = sort.orElse(search.isBlank() ? NEWEST : BEST);
    Optional<UUID> own = CustomField.id(order.column());
    return new DocumentQuery(
        folder,
        search,
        filter,
        conditions,
        own.isPresent()
            ? DocumentColumn.CHANGED
            : DocumentColumn.valueOf(order.column().toUpperCase(Locale.ROOT)),
        order.descending(),
        own.orElse(null),
        Formats.zone());
  }

  @Override
  public RecordCount count(String search) {
    return counted(search, rule);
  }

  /** How many the list would find with a further condition. */
  RecordCount count(String search, Rule further) {
    return counted(search, new Rule.All(List.of(rule, further)));
  }

  private RecordCount counted(String search, Rule conditions) {
    Page<Document> page = documents.page(query(search, Optional.empty(), conditions), 0, 0);
    return new RecordCount(page.total(), !page.exact());
  }

  RecordCard card(DocumentRow row) {
    String subtitle =
        Stream.of(type(row), size(row), Optional.ofNullable(place(row)).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return RecordCard.company(
        row.document().title(), subtitle, DocumentNavigation.details(row.id()));
  }

  void addColumns(
      RecordGrid<DocumentRow> grid, Map<UUID, String> members, TagBook tags, CustomBook own) {
    for (DocumentColumn column : DocumentColumn.values()) {
      add(grid, column, members, tags).setSortable(column.sortable());
    }
    own.all().forEach(field -> add(grid, field));
  }

  private static void add(RecordGrid<DocumentRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row -> own(field, row.document()),
            field.lists().contains("document"))
        .setSortable(field.kind().sortable());
  }

  private Column<DocumentRow> add(
      RecordGrid<DocumentRow> grid,
      DocumentColumn column,
      Map<UUID, String> members,
      TagBook tags) {
    String key = key(column);
    String label = t("document.column." + key);
    boolean byDefault = DocumentColumn.DEFAULT.contains(column);
    return switch (column) {
      // names of files are long, and what is said of them beside is short or empty
      case NAME -> grid.addTitle(key, label).setWidth("16rem");
      case TAGS ->
          grid.addTags(key, label, tags, row -> row.document().data().tags(), byDefault)
              .setWidth("5rem");
      case ADDED -> grid.addTime(key, label, row -> row.document().created().at(), byDefault);
      case CHANGED -> grid.addTime(key, label, row -> row.document().changed().at(), byDefault);
      case TYPE, SIZE, KIND ->
          grid.addText(key, label, row -> text(column, row, members), byDefault).setWidth("5.5rem");
      default -> grid.addText(key, label, row -> text(column, row, members), byDefault);
    };
  }

  private static String own(CustomField field, Document document) {
    String code = document.unopenable().get(DocumentField.CUSTOM);
    return code == null
        ? CustomWords.text(field, document.data().custom().of(field.id()))
        : SealedMark.text(new Opened.Unopenable<String>(code));
  }

  private @Nullable String text(DocumentColumn column, DocumentRow row, Map<UUID, String> members) {
    DocumentData data = row.document().data();
    return switch (column) {
      case NAME -> row.document().title();
      case TYPE -> type(row);
      case SIZE -> size(row);
      case KIND -> data.sort() == null ? null : DocumentTexts.sort(data.sort());
      case OWNER -> members.get(data.owner());
      case FOLDER -> place(row);
      case STATE -> DocumentTexts.state(data.state());
      case PUBLISHED -> day(data.published());
      case EXPIRES -> day(data.expires());
      case TAGS, ADDED, CHANGED -> null;
    };
  }

  private @Nullable String place(DocumentRow row) {
    FolderId place = row.document().data().folder();
    return place == null ? null : names.get(place);
  }

  /** What it is, and how its name ends: a table may be one of several programs'. */
  private static String type(DocumentRow row) {
    StoredFile file = row.file();
    if (file == null) {
      return "";
    }
    String category = DocumentTexts.category(FileCategory.of(file.mediaType()));
    String ending = DocumentTexts.type(file);
    return ending.equalsIgnoreCase(category) ? category : category + " · " + ending;
  }

  private static String size(DocumentRow row) {
    return row.file() == null ? "" : DocumentTexts.size(row.file().size());
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Formats.date(day);
  }

  private static String key(DocumentColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
