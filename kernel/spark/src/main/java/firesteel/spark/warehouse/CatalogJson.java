package firesteel.spark.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.module.scala.DefaultScalaModule$;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogStatistics;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType$;
import org.apache.spark.sql.catalyst.catalog.FunctionResourceType;
import org.apache.spark.sql.catalyst.catalog.FunctionResourceType$;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Converts Spark's descriptions of tables to JSON and back, with Jackson's module for Scala's case
 * classes: fields that another version of Spark added are ignored, and missing ones get their
 * defaults.
 */
final class CatalogJson {
  /** Stands for the warehouse in locations, so that the folder can be moved. */
  private static final String WAREHOUSE = "warehouse";

  private final ObjectMapper mapper;

  /**
   * Creates the converter, which takes a few tenths of a second the first time.
   *
   * @param warehouse the folder that locations are relative to
   */
  CatalogJson(Path warehouse) {
    SimpleModule spark = new SimpleModule("firesteel-catalog");
    spark.addSerializer(URI.class, new LocationWriter(warehouse));
    spark.addDeserializer(URI.class, new LocationReader(warehouse));
    add(spark, CatalogTableType.class, json -> new CatalogTableType(json.path("name").asText()));
    add(spark, TableIdentifier.class, CatalogJson::identifier);
    add(
        spark,
        FunctionResourceType.class,
        json -> FunctionResourceType$.MODULE$.fromString(json.path("resourceType").asText()));
    mapper =
        JsonMapper.builder()
            .addModule(DefaultScalaModule$.MODULE$)
            .addModule(spark)
            .addMixIn(CatalogStatistics.class, WithoutColumns.class)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  private static <T> void add(SimpleModule module, Class<T> type, Function<JsonNode, T> read) {
    module.addDeserializer(type, new NodeReader<>(type, read));
  }

  /**
   * Returns a managed table of files; the rest is Spark's default of any version.
   *
   * @param location a URI
   * @param format such as {@code parquet}
   * @param partitionColumns the last columns of the schema
   */
  static CatalogTable table(
      TableIdentifier identifier,
      String location,
      String format,
      StructType schema,
      List<String> partitionColumns)
      throws IOException {
    ObjectMapper mapper = new CatalogJson(Path.of("/")).mapper;
    ObjectNode table = mapper.createObjectNode();
    table.set("identifier", mapper.valueToTree(identifier));
    table.set("tableType", mapper.valueToTree(CatalogTableType$.MODULE$.MANAGED()));
    table.set("storage", mapper.createObjectNode().put("locationUri", location));
    table.set("schema", mapper.readTree(schema.json()));
    table.put("provider", format);
    table.set("partitionColumnNames", mapper.valueToTree(partitionColumns));
    return mapper.treeToValue(table, CatalogTable.class);
  }

  byte[] write(CatalogContent content) throws IOException {
    ObjectNode all = mapper.valueToTree(content);
    for (JsonNode saved : all.path("tables")) {
      String location = saved.at("/table/storage/locationUri").asText(WAREHOUSE);
      if (!location.startsWith(WAREHOUSE) && !location.startsWith("file:")) {
        // To add partitions, Spark asks their storage for each; it finds them there as well.
        ((ObjectNode) saved).putArray("partitions");
        ((ObjectNode) saved.get("table")).put("tracksPartitionsInCatalog", false);
      }
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  CatalogContent read(byte[] json) throws IOException {
    return mapper.readValue(json, CatalogContent.class);
  }

  /** ANALYZE computes them again; their types are erased, so Jackson can't read them. */
  @JsonIgnoreProperties("colStats")
  private abstract static class WithoutColumns {}

  private static final class LocationWriter extends StdSerializer<URI> {
    private static final long serialVersionUID = 1L;
    private final transient Path warehouse;

    LocationWriter(Path warehouse) {
      super(URI.class);
      this.warehouse = warehouse;
    }

    @Override
    public void serialize(URI location, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text(location));
    }

    private String text(URI location) {
      if (!"file".equals(location.getScheme()) || location.getPath() == null) {
        return location.toString();
      }
      Path path = Path.of(location.getPath());
      return path.startsWith(warehouse)
          ? WAREHOUSE + ":" + warehouse.relativize(path)
          : location.toString();
    }
  }

  private static final class LocationReader extends StdDeserializer<URI> {
    private static final long serialVersionUID = 1L;
    private final transient Path warehouse;

    LocationReader(Path warehouse) {
      super(URI.class);
      this.warehouse = warehouse;
    }

    @Override
    public URI deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      return text.startsWith(WAREHOUSE + ":")
          ? WarehouseFolder.uri(warehouse.resolve(text.substring(WAREHOUSE.length() + 1)))
          : URI.create(text);
    }
  }

  /** Reads the content of a JSON object; Jackson can't create Scala's own classes. */
  private static final class NodeReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<JsonNode, T> read;

    NodeReader(Class<T> type, Function<JsonNode, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return read.apply(json.readValueAsTree());
    }
  }

  private static TableIdentifier identifier(JsonNode json) {
    return new TableIdentifier(
        json.path("table").asText(), text(json, "database"), text(json, "catalog"));
  }

  private static Option<String> text(JsonNode json, String name) {
    return json.hasNonNull(name) ? Option.apply(json.get(name).asText()) : Option.empty();
  }
}
