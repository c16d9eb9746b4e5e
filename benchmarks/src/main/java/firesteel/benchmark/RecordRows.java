package firesteel.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Compares Datasets of records with Firesteel's encoder to Datasets of beans with Spark's own. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
public class RecordRows {
  private static final String CLASSES =
      """
      record Place(String name, double width) {}
      record Sale(int id, String shop, double amount, Place place, List<Integer> parts) {}
      public static class PlaceBean {
        private String name; private double width;
        public PlaceBean() {}
        public PlaceBean(String name, double width) { this.name = name; this.width = width; }
        public String getName() { return name; }
        public void setName(String name) { this.name = name; }
        public double getWidth() { return width; }
        public void setWidth(double width) { this.width = width; }
      }
      public static class SaleBean {
        private int id; private String shop; private double amount;
        private PlaceBean place; private List<Integer> parts;
        public SaleBean() {}
        public SaleBean(int id, String shop, double amount, PlaceBean place, List<Integer> parts) {
          this.id = id; this.shop = shop; this.amount = amount; this.place = place;
          this.parts = parts;
        }
        public int getId() { return id; }
        public void setId(int id) { this.id = id; }
        public String getShop() { return shop; }
        public void setShop(String shop) { this.shop = shop; }
        public double getAmount() { return amount; }
        public void setAmount(double amount) { this.amount = amount; }
        public PlaceBean getPlace() { return place; }
        public void setPlace(PlaceBean place) { this.place = place; }
        public List<Integer> getParts() { return parts; }
        public void setParts(List<Integer> parts) { this.parts = parts; }
      }
      """;
  private static final String JOBS =
      """
      Dataset<Row> sales(SparkSession spark) {
        return spark.range(0, 1_000_000, 1, 2).selectExpr("cast(id as int) id",
            "concat('s', id % 100) shop", "id / 3d amount",
            "named_struct('name', 'p', 'width', cast(id as double)) place",
            "array(1, 2, cast(id as int)) parts");
      }

      long mapRecord(SparkSession spark) {
        return sales(spark).as(encoder(Sale.class))
            .map((MapFunction<Sale, Sale>) s -> new Sale(s.id() + 1, s.shop(), s.amount() * 2,
                new Place(s.place().name(), 1), s.parts()), encoder(Sale.class))
            .agg(sum("amount"), sum("place.width")).count();
      }

      long mapBean(SparkSession spark) {
        return sales(spark).as(Encoders.bean(SaleBean.class))
            .map((MapFunction<SaleBean, SaleBean>) s -> new SaleBean(s.getId() + 1, s.getShop(),
                s.getAmount() * 2, new PlaceBean(s.getPlace().getName(), 1), s.getParts()),
                Encoders.bean(SaleBean.class))
            .agg(sum("amount"), sum("place.width")).count();
      }

      long groupRecord(SparkSession spark) {
        return sales(spark).as(encoder(Sale.class))
            .groupByKey((MapFunction<Sale, String>) Sale::shop, Encoders.STRING())
            .mapGroups((MapGroupsFunction<String, Sale, Double>) (shop, rows) -> {
              double all = 0;
              while (rows.hasNext()) all += rows.next().amount();
              return all;
            }, Encoders.DOUBLE()).count();
      }

      long groupBean(SparkSession spark) {
        return sales(spark).as(Encoders.bean(SaleBean.class))
            .groupByKey((MapFunction<SaleBean, String>) SaleBean::getShop, Encoders.STRING())
            .mapGroups((MapGroupsFunction<String, SaleBean, Double>) (shop, rows) -> {
              double all = 0;
              while (rows.hasNext()) all += rows.next().getAmount();
              return all;
            }, Encoders.DOUBLE()).count();
      }
      """;

  /** The work on the rows: objects made of objects, or read in groups. */
  @Param({"map", "group"})
  public String work;

  private SparkNotebook notebook;
  private SparkSession spark;
  private ToLongFunction<SparkSession> records;
  private ToLongFunction<SparkSession> beans;

  /** Opens the notebook. */
  @Setup
  public void open() {
    notebook = new SparkNotebook("local[2]");
    notebook.run(CLASSES);
    notebook.run(JOBS);
    spark = notebook.spark();
    records = job("Record");
    beans = job("Bean");
  }

  @SuppressWarnings("unchecked")
  private ToLongFunction<SparkSession> job(String kind) {
    return notebook.value(
        ToLongFunction.class,
        "(java.util.function.ToLongFunction<SparkSession>) spark -> %s%s(spark)"
            .formatted(work, kind));
  }

  /** Uses records, with {@code encoder(Sale.class)}. */
  @Benchmark
  public long record(CpuTime time) {
    return time.ofTasks(spark.sparkContext(), () -> records.applyAsLong(spark));
  }

  /** Uses beans, with {@code Encoders.bean(SaleBean.class)}. */
  @Benchmark
  public long bean(CpuTime time) {
    return time.ofTasks(spark.sparkContext(), () -> beans.applyAsLong(spark));
  }

  /** Closes the notebook. */
  @TearDown
  public void close() {
    notebook.close();
  }
}
