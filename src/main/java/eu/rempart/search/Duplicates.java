package eu.rempart.search;

import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.word.Folding;
import eu.rempart.search.word.Names;
import eu.rempart.search.word.NearNames;
import eu.rempart.search.word.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Looks for records that may be the same as one that somebody is about to enter. */
final class Duplicates {

  private final IndexSearcher searcher;
  private final @Nullable Query among;
  private final int named;
  private final Map<UUID, Set<Duplicate.Reason>> found = new LinkedHashMap<>();

  /**
   * @param among only records that this finds; null for all
   * @param schema where the name stands
   */
  Duplicates(IndexSearcher searcher, @Nullable Query among, SearchSchema schema) {
    this.searcher = searcher;
    this.named = schema.fields().indexOf(schema.primary());
    this.among = among;
  }

  /**
   * Those with the same e-mail first, then the same phone, then a near-equal name; at most {@code
   * limit} of each. Of many with the name, those of the same house are looked for by themselves.
   *
   * @param house finds these; null where nobody knows of any
   */
  List<Duplicate> find(
      String name,
      Collection<String> emails,
      Collection<String> phones,
      @Nullable Query house,
      int limit)
      throws IOException {
    for (String email : emails) {
      collect(TextQueries.email(email), Duplicate.Reason.EMAIL, List.of(), limit);
    }
    for (String phone : phones) {
      collect(TextQueries.phone(phone), Duplicate.Reason.PHONE, List.of(), limit);
    }
    List<String> words = Words.of(Folding.fold(name)).stream().limit(NearNames.MOST_WORDS).toList();
    Query called = TextQueries.nearName(words);
    if (called != null && house != null) {
      Query both = both(called, house);
      collect(both, Duplicate.Reason.NAME, words, limit);
      collect(both, Duplicate.Reason.COMPANY, words, limit);
    }
    collect(called, Duplicate.Reason.NAME, words, limit);
    List<Duplicate> duplicates = new ArrayList<>();
    found.forEach((id, reasons) -> duplicates.add(new Duplicate(id, Set.copyOf(reasons))));
    return duplicates;
  }

  /**
   * @param words of a name that what is found must have, one for each; none where it doesn't matter
   */
  private void collect(
      @Nullable Query query, Duplicate.Reason reason, List<String> words, int limit)
      throws IOException {
    if (query == null) {
      return;
    }
    Query wanted = among == null ? query : both(query, among);
    Weight weight =
        searcher.createWeight(searcher.rewrite(wanted), ScoreMode.COMPLETE_NO_SCORES, 1);
    int taken = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues high = leaf.reader().getNumericDocValues(Names.ID_HIGH);
      NumericDocValues low = leaf.reader().getNumericDocValues(Names.ID_LOW);
      DocumentLines lines = new DocumentLines(leaf.reader());
      DocIdSetIterator matches = scorer.iterator();
      for (int doc = matches.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS && taken < limit;
          doc = matches.nextDoc()) {
        boolean alive = live == null || live.get(doc);
        boolean near =
            words.isEmpty()
                || lines.of(doc, place -> place == named).stream()
                    .anyMatch(line -> NearNames.isIn(words, Words.of(line)));
        if (alive && near && high.advanceExact(doc) && low.advanceExact(doc)) {
          UUID id = new UUID(high.longValue(), low.longValue());
          found.computeIfAbsent(id, _ -> EnumSet.noneOf(Duplicate.Reason.class)).add(reason);
          taken++;
        }
      }
    }
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder()
        .add(one, BooleanClause.Occur.FILTER)
        .add(other, BooleanClause.Occur.FILTER)
        .build();
  }
}
