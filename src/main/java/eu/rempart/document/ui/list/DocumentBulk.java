package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.DocumentState;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.document.ui.DocumentTexts;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.custom.CustomFieldBulk;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.field.ChoiceField;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many documents at once; moved they are by editing their folder. */
@Component
class DocumentBulk extends CustomFieldBulk<Document, DocumentField, DocumentData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DocumentService documents;
  private final ManyDocumentsService many;
  private final FolderService folders;

  DocumentBulk(
      DocumentService documents,
      ManyDocumentsService many,
      FolderService folders,
      CustomFields custom) {
    super(DocumentField.class, custom);
    this.documents = documents;
    this.many = many;
    this.folders = folders;
  }

  @Override
  public String kind() {
    return "document";
  }

  @Override
  protected List<Document> read(List<UUID> ids) {
    return many.findAll(typed(ids));
  }

  @Override
  protected DocumentData dataOf(Document found) {
    return found.data();
  }

  @Override
  protected DocumentData ownedBy(DocumentData data, @Nullable UUID owner) {
    return data.ownedBy(owner);
  }

  @Override
  protected Set<UUID> tagsOf(DocumentData data) {
    return data.tags();
  }

  @Override
  protected DocumentData tagged(DocumentData data, Set<UUID> tags) {
    return data.tagged(tags);
  }

  @Override
  protected CustomValues customOf(DocumentData data) {
    return data.custom();
  }

  @Override
  protected DocumentData with(DocumentData data, CustomValues values) {
    return data.filled(values);
  }

  @Override
  protected Set<Document> keepable(Map<Document, DocumentData> changes) {
    return many.keepable(changes);
  }

  @Override
  protected int save(Map<Document, DocumentData> changes) {
    return many.saveAll(changes).size();
  }

  @Override
  protected int archive(List<Document> there) {
    documents.archive(there.stream().map(Document::id).toList());
    return there.size();
  }

  @Override
  protected List<BulkField<?>> own() {
    return List.of(
        new BulkField<FolderId>(
            DocumentField.FOLDER.column(),
            t("document.field.folder_id"),
            this::places,
            value -> edit(data -> data.inFolder(value))),
        new BulkField<DocumentSort>(
            DocumentField.SORT.column(),
            t("document.field.kind"),
            DocumentBulk::sorts,
            value -> edit(data -> data.sortedAs(value))),
        new BulkField<DocumentState>(
            DocumentField.STATE.column(),
            t("document.field.state"),
            DocumentBulk::states,
            // every document has one: where none is chosen it stays
            value -> edit(data -> value == null ? data : data.in(value))));
  }

  private HasValue<?, FolderId> places() {
    Map<FolderId, String> names = new LinkedHashMap<>();
    for (Folder folder : folders.all()) {
      names.put(folder.id(), folder.name());
    }
    var box = new ChoiceField<FolderId>(t("document.field.folder_id"));
    box.setItems(names.keySet());
    box.setItemLabelGenerator(id -> names.getOrDefault(id, "…"));
    box.setClearButtonVisible(true);
    return box;
  }

  private static HasValue<?, DocumentSort> sorts() {
    var select = new Select<DocumentSort>();
    select.setLabel(t("document.field.kind"));
    select.setItems(DocumentSort.values());
    select.setItemLabelGenerator(each -> each == null ? "–" : DocumentTexts.sort(each));
    select.setEmptySelectionAllowed(true);
    return select;
  }

  private static HasValue<?, DocumentState> states() {
    var select = new Select<DocumentState>();
    select.setLabel(t("document.field.state"));
    select.setItems(DocumentState.values());
    select.setItemLabelGenerator(DocumentTexts::state);
    return select;
  }

  @Override
  public void seen(List<UUID> ids) {
    many.awaitIndex(typed(ids), PATIENCE);
  }

  private static List<DocumentId> typed(List<UUID> ids) {
    return ids.stream().map(DocumentId::new).toList();
  }
}
