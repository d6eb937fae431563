package eu.rempart.search;

import eu.rempart.search.question.Duplicate;
import eu.rempart.search.word.Names;
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
  private final Map<UUID, Set<Duplicate.Reason>> found = new LinkedHashMap<>();

  /**
   * @param among only records that this finds; null for all
   */
  Duplicates(IndexSearcher searcher, @Nullable Query among) {
    this.searcher = searcher;
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
      collect(Planner.email(email), Duplicate.Reason.EMAIL, limit);
    }
    for (String phone : phones) {
      collect(Planner.phone(phone), Duplicate.Reason.PHONE, limit);
    }
    Query called = Planner.nearName(name);
    if (called != null && house != null) {
      Query both = both(called, house);
      collect(both, Duplicate.Reason.NAME, limit);
      collect(both, Duplicate.Reason.COMPANY, limit);
    }
    collect(called, Duplicate.Reason.NAME, limit);
    List<Duplicate> duplicates = new ArrayList<>();
    found.forEach((id, reasons) -> duplicates.add(new Duplicate(id, Set.copyOf(reasons))));
    return duplicates;
  }

  private void collect(@Nullable Query query, Duplicate.Reason reason, int limit)
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
      DocIdSetIterator matches = scorer.iterator();
      for (int doc = matches.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS && taken < limit;
          doc = matches.nextDoc()) {
        boolean alive = live == null || live.get(doc);
        if (alive && high.advanceExact(doc) && low.advanceExact(doc)) {
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
