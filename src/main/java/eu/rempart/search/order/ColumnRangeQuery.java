package eu.rempart.search.order;

import eu.rempart.search.question.SearchField;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents whose number lies in a range, by the sort column in memory: few are listed by
 * bisection, many are checked one by one in the order of the index, so that a first page ends
 * early.
 */
final class ColumnRangeQuery extends Query {

  private static final int MANY = 32;

  private final Columns columns;
  private final SearchField<?> field;
  private final long from;
  private final long to;

  /** Both ends are included. */
  ColumnRangeQuery(Columns columns, SearchField<?> field, long from, long to) {
    this.columns = columns;
    this.field = field;
    this.from = from;
    this.to = to;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        Column column = columns.of(context.reader(), field);
        int first = column.lowerBound(from);
        int end = to == Long.MAX_VALUE ? column.present : column.lowerBound(to + 1);
        return first >= end ? null : supplier(column, first, end, scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private ScorerSupplier supplier(Column column, int first, int end, ScoreMode scoreMode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        if ((long) (end - first) * MANY > column.size()) {
          return new ConstantScoreScorer(1, scoreMode, checked(column));
        }
        return new ConstantScoreScorer(1, scoreMode, listed(column, first, end));
      }

      @Override
      public long cost() {
        return (long) end - first;
      }
    };
  }

  private static DocIdSetIterator listed(Column column, int first, int end) {
    FixedBitSet set = new FixedBitSet(column.size());
    for (int position = first; position < end; position++) {
      set.set(column.documentAt(position));
    }
    return new BitSetIterator(set, (long) end - first);
  }

  private TwoPhaseIterator checked(Column column) {
    DocIdSetIterator all = DocIdSetIterator.all(column.size());
    return new TwoPhaseIterator(all) {
      @Override
      public boolean matches() {
        int doc = all.docID();
        long key = column.key(doc);
        return key >= from && key <= to && column.has(doc);
      }

      @Override
      public float matchCost() {
        return 4;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String unused) {
    return "range";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof ColumnRangeQuery that
        && field.equals(that.field)
        && from == that.from
        && to == that.to;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, from, to);
  }
}
