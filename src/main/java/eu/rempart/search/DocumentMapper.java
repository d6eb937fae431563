package eu.rempart.search;

import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.word.Collation;
import eu.rempart.search.word.Filing;
import eu.rempart.search.word.Folding;
import eu.rempart.search.word.Grams;
import eu.rempart.search.word.Names;
import eu.rempart.search.word.Phone;
import eu.rempart.search.word.TermStream;
import eu.rempart.search.word.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns our documents into Lucene's. One for each thread: it reuses its buffers. */
final class DocumentMapper {

  /**
   * What is beyond is not searched: list columns are short, and a description of megabytes must not
   * fill the memory.
   */
  static final int LONGEST_VALUE = 1_000;

  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setTokenized(true);
    TERMS.setOmitNorms(true);
    TERMS.freeze();
  }

  private final SearchSchema schema;
  private final Collation collation;
  private final TermStream words = new TermStream();
  private final TermStream name = new TermStream();
  private final TermStream grams = new TermStream();
  private final TermStream digits = new TermStream();
  private final TermStream present = new TermStream();
  private final Map<String, Integer> places = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final java.io.ByteArrayOutputStream lines = new java.io.ByteArrayOutputStream();

  DocumentMapper(SearchSchema schema, Locale locale) {
    this.schema = schema;
    this.collation = new Collation(locale);
    for (int place = 0; place < schema.fields().size(); place++) {
      places.put(schema.fields().get(place).name(), place);
    }
  }

  static BytesRef term(UUID id) {
    byte[] bytes = new byte[16];
    java.nio.ByteBuffer.wrap(bytes)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes);
  }

  /** The result is valid until the next call. */
  Document map(SearchDocument source) {
    List.of(words, name, grams, digits, present).forEach(TermStream::restart);
    text.setLength(0);
    lines.reset();
    text.append('\n');
    Document target = new Document();
    target.add(new StringField(Names.ID, term(source.id()), Field.Store.NO));
    target.add(new NumericDocValuesField(Names.ID_HIGH, source.id().getMostSignificantBits()));
    target.add(new NumericDocValuesField(Names.ID_LOW, source.id().getLeastSignificantBits()));
    source.forEach((field, value) -> add(target, field, value));
    for (SearchField<?> field : schema.fields()) {
      source.first(field).ifPresent(value -> addOnce(target, field, value));
    }
    addTerms(target, Names.WORDS, words);
    addTerms(target, Names.NAME, name);
    addTerms(target, Names.GRAMS, grams);
    addTerms(target, Names.DIGITS, digits);
    addTerms(target, Names.PRESENT, present);
    if (text.length() > 1) {
      target.add(new BinaryDocValuesField(Names.TEXT, new BytesRef(text)));
      target.add(new BinaryDocValuesField(Names.LINES, new BytesRef(lines.toByteArray())));
    }
    return target;
  }

  private static void addTerms(Document target, String field, TermStream terms) {
    if (!terms.isEmpty()) {
      target.add(new Field(field, terms, TERMS));
    }
  }

  /** A field that came after the index was begun waits for the next one. */
  private void add(Document target, SearchField<?> field, Object value) {
    if (!places.containsKey(field.name())) {
      return;
    }
    if (field.searched()) {
      String whole = (String) value;
      String searched = whole.length() > LONGEST_VALUE ? whole.substring(0, LONGEST_VALUE) : whole;
      switch (field.type()) {
        case EMAIL -> addEmail(target, field, searched);
        case PHONE -> addPhone(field, searched);
        default -> addText(field, searched);
      }
    }
    if (field.filtered() && field.type().hasTerms()) {
      String term = Filing.term(field.type(), value);
      target.add(
          new StringField(
              Names.filtered(field),
              term.length() > Names.LONGEST_TERM ? term.substring(0, Names.LONGEST_TERM) : term,
              Field.Store.NO));
    }
  }

  private void addOnce(Document target, SearchField<?> field, Object value) {
    present.add(0, field.name(), 0, field.name().length(), 0);
    if (!field.sorted()) {
      return;
    }
    if (field.type().sortsAsText()) {
      target.add(new SortedDocValuesField(Names.sorted(field), sortKey(field, (String) value)));
    } else {
      target.add(
          new NumericDocValuesField(Names.sorted(field), Filing.number(field.type(), value)));
    }
  }

  private BytesRef sortKey(SearchField<?> field, String value) {
    if (field.type() == eu.rempart.search.question.FieldType.TEXT) {
      return collation.key(value);
    }
    String term = Filing.term(field.type(), value);
    return new BytesRef(
        term.length() > Names.LONGEST_TERM ? term.substring(0, Names.LONGEST_TERM) : term);
  }

  private void addText(SearchField<?> field, String value) {
    addSpelling(field, Folding.fold(value));
    String spelled = Folding.spellOut(value);
    if (!spelled.equals(value)) {
      addSpelling(field, Folding.fold(spelled));
    }
  }

  private void addSpelling(SearchField<?> field, String folded) {
    addLine(field, folded);
    boolean named = field.name().equals(schema.primary().name());
    List<String> spelled = Words.of(folded);
    for (String word : spelled) {
      int end = Math.min(word.length(), Names.LONGEST_TERM);
      words.add(0, word, 0, end, 0);
      if (named) {
        name.add(0, word, 0, end, 0);
        Grams.addBeginning(name, word);
      }
      Grams.addWord(grams, word);
    }
    if (named) {
      String whole = Names.wholeName(spelled);
      name.add(0, whole, 0, whole.length(), 0);
    }
  }

  private void addEmail(Document target, SearchField<?> field, String value) {
    String folded = Filing.term(eu.rempart.search.question.FieldType.EMAIL, value);
    addLine(field, folded);
    target.add(new StringField(Names.ADDRESSES, folded, Field.Store.NO));
    for (String word : Words.of(folded)) {
      Grams.addWord(grams, word);
    }
  }

  private void addPhone(SearchField<?> field, String value) {
    Phone phone = Phone.of(value);
    addLine(field, phone.digits());
    if (!phone.national().isEmpty()) {
      addLine(field, phone.national());
    }
    Grams.addPhone(digits, phone);
  }

  private void addLine(SearchField<?> field, String line) {
    text.append(line).append('\n');
    lines.write(places.getOrDefault(field.name(), 0));
  }
}
