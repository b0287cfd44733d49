using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Huitou.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_token",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "app_user",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_app_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    values = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "blind_link",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blind_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "buyer_order",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buyer_order", x => new { x.node_id, x.order_id });
                });

            migrationBuilder.CreateTable(
                name: "buyer_statement",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "bigint", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_at = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    region_at = table.Column<long>(type: "bigint", nullable: false),
                    city = table.Column<string>(type: "text", nullable: false),
                    city_at = table.Column<long>(type: "bigint", nullable: false),
                    more = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buyer_statement", x => new { x.node_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    transaction = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_import_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "channel_use",
                columns: table => new
                {
                    channel_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_use", x => new { x.channel_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel = table.Column<byte>(type: "smallint", nullable: false),
                    purpose = table.Column<byte>(type: "smallint", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    proof = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    stable_seed = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_at = table.Column<long>(type: "bigint", nullable: false),
                    region_at = table.Column<long>(type: "bigint", nullable: false),
                    city_at = table.Column<long>(type: "bigint", nullable: false),
                    binned_at = table.Column<long>(type: "bigint", nullable: true),
                    first_import_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer_tag",
                columns: table => new
                {
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    tag = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_tag", x => new { x.customer_id, x.tag });
                });

            migrationBuilder.CreateTable(
                name: "cut_off",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: true),
                    valid_from = table.Column<int>(type: "integer", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cut_off", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    act = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_claim",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_claim", x => new { x.node_id, x.kind, x.scope, x.value, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "evidence_node",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    seed = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_node", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    rate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_rate", x => new { x.currency, x.day });
                });

            migrationBuilder.CreateTable(
                name: "export",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    job_id = table.Column<long>(type: "bigint", nullable: false),
                    table = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    format = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    columns = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    unmasked = table.Column<bool>(type: "boolean", nullable: false),
                    filter = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fact_repeat",
                columns: table => new
                {
                    fact_id = table.Column<long>(type: "bigint", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    rank = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_repeat", x => new { x.fact_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "grid_limits",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    shop_id = table.Column<int>(type: "integer", nullable: true),
                    valid_from = table.Column<int>(type: "integer", nullable: false),
                    active_max = table.Column<int>(type: "integer", nullable: false),
                    silent_max = table.Column<int>(type: "integer", nullable: false),
                    dormant_max = table.Column<int>(type: "integer", nullable: false),
                    fan_min = table.Column<int>(type: "integer", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_limits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_decision",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    act = table.Column<Guid>(type: "uuid", nullable: false),
                    is_same = table.Column<bool>(type: "boolean", nullable: false),
                    one_scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    one_kind = table.Column<byte>(type: "smallint", nullable: false),
                    one_value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    other_scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    other_kind = table.Column<byte>(type: "smallint", nullable: false),
                    other_value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    overruled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    preset = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rejects = table.Column<string>(type: "text", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    counts_customers_new = table.Column<long>(type: "bigint", nullable: false),
                    counts_customers_touched = table.Column<long>(type: "bigint", nullable: false),
                    counts_items = table.Column<long>(type: "bigint", nullable: false),
                    counts_items_changed = table.Column<long>(type: "bigint", nullable: false),
                    counts_items_new = table.Column<long>(type: "bigint", nullable: false),
                    counts_items_unchanged = table.Column<long>(type: "bigint", nullable: false),
                    counts_items_with_buyer = table.Column<long>(type: "bigint", nullable: false),
                    counts_rows = table.Column<long>(type: "bigint", nullable: false),
                    counts_rows_rejected = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_buyer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_no = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    evidence_node_id = table.Column<long>(type: "bigint", nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_buyer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_cost",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_no = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    goods = table.Column<long>(type: "bigint", nullable: true),
                    freight = table.Column<long>(type: "bigint", nullable: true),
                    fee = table.Column<long>(type: "bigint", nullable: true),
                    service = table.Column<long>(type: "bigint", nullable: true),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_cost", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_details",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_no = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_details", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_no = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    evidence_node_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    status = table.Column<byte>(type: "smallint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: true),
                    day = table.Column<int>(type: "integer", nullable: true),
                    minute = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<byte>(type: "smallint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    discount = table.Column<long>(type: "bigint", nullable: false),
                    has_lines = table.Column<bool>(type: "boolean", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    rate = table.Column<long>(type: "bigint", nullable: true),
                    original_amount = table.Column<long>(type: "bigint", nullable: true),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_line",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    product_id = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    marks = table.Column<byte>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_line", x => new { x.order_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "order_receiver",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    district = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_receiver", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "order_refund",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    refund_no = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_refund", x => new { x.order_id, x.refund_no });
                });

            migrationBuilder.CreateTable(
                name: "product",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    category = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    brand = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    season = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    style = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    list_price = table.Column<long>(type: "bigint", nullable: true),
                    unit_cost = table.Column<long>(type: "bigint", nullable: true),
                    launch_day = table.Column<int>(type: "integer", nullable: true),
                    told = table.Column<string>(type: "text", nullable: false),
                    first_import_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "product_statement",
                columns: table => new
                {
                    product_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    told = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_product_statement", x => new { x.product_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "profile_edit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    act = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    attribute = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    taken_back_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profile_edit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_mapping",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    header = table.Column<string>(type: "text", nullable: false),
                    reading = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_mapping", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "shop",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    platform = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shop", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "touch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    minute = table.Column<int>(type: "integer", nullable: false),
                    evidence_node_id = table.Column<long>(type: "bigint", nullable: true),
                    order_no = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    product_id = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<int>(type: "integer", nullable: false),
                    staff = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_touch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visitor_count",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<int>(type: "integer", nullable: false),
                    visitors = table.Column<int>(type: "integer", nullable: false),
                    shop_id = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visitor_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_asp_net_user_claims_app_user_user_id",
                        column: x => x.user_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_asp_net_user_logins_app_user_user_id",
                        column: x => x.user_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_asp_net_user_tokens_app_user_user_id",
                        column: x => x.user_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_view",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    holder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: true),
                    maker = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    filter = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    sort = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    period = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    columns = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    shops = table.Column<int[]>(type: "integer[]", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_view", x => x.id);
                    table.ForeignKey(
                        name: "FK_customer_view_app_user_user_id",
                        column: x => x.user_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_token_hash",
                table: "access_token",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "app_user",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "app_user",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_at",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_buyer_statement_import_id",
                table: "buyer_statement",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_change_transaction",
                table: "change",
                column: "transaction");

            migrationBuilder.CreateIndex(
                name: "IX_channel_name",
                table: "channel",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_channel_use_import_id",
                table: "channel_use",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_consent_import_id",
                table: "consent",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_consent_scope_kind_value",
                table: "consent",
                columns: new[] { "scope", "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_customer_binned_at",
                table: "customer",
                column: "binned_at",
                filter: "binned_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customer_tag_tag",
                table: "customer_tag",
                column: "tag");

            migrationBuilder.CreateIndex(
                name: "IX_customer_view_holder",
                table: "customer_view",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "IX_customer_view_user_id",
                table: "customer_view",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_cut_off_kind_shop_id_valid_from",
                table: "cut_off",
                columns: new[] { "kind", "shop_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_erasure_scope_kind_hash",
                table: "erasure",
                columns: new[] { "scope", "kind", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_claim_import_id",
                table: "evidence_claim",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_claim_kind_value_scope",
                table: "evidence_claim",
                columns: new[] { "kind", "value", "scope" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_node_customer_id",
                table: "evidence_node",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_node_scope_kind_value",
                table: "evidence_node",
                columns: new[] { "scope", "kind", "value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fact_repeat_import_id",
                table: "fact_repeat",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_grid_limits_shop_id_valid_from",
                table: "grid_limits",
                columns: new[] { "shop_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_decision_act",
                table: "identity_decision",
                column: "act");

            migrationBuilder.CreateIndex(
                name: "IX_import_actor_idempotency_key",
                table: "import",
                columns: new[] { "actor", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_started_at",
                table: "import",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_job_created_at",
                table: "job",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_order_buyer_evidence_node_id",
                table: "order_buyer",
                column: "evidence_node_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_buyer_hidden_by_import_id",
                table: "order_buyer",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_order_buyer_import_id",
                table: "order_buyer",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_buyer_shop_id_order_no",
                table: "order_buyer",
                columns: new[] { "shop_id", "order_no" });

            migrationBuilder.CreateIndex(
                name: "IX_order_cost_hidden_by_import_id",
                table: "order_cost",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_order_cost_import_id",
                table: "order_cost",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_cost_shop_id_order_no",
                table: "order_cost",
                columns: new[] { "shop_id", "order_no" });

            migrationBuilder.CreateIndex(
                name: "IX_order_details_hidden_by_import_id",
                table: "order_details",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_order_details_import_id",
                table: "order_details",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_details_shop_id_order_no",
                table: "order_details",
                columns: new[] { "shop_id", "order_no" });

            migrationBuilder.CreateIndex(
                name: "IX_order_fact_created_at",
                table: "order_fact",
                column: "created_at",
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "IX_order_fact_hidden_by_import_id",
                table: "order_fact",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_order_fact_import_id",
                table: "order_fact",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_fact_shop_id_order_no",
                table: "order_fact",
                columns: new[] { "shop_id", "order_no" });

            migrationBuilder.CreateIndex(
                name: "IX_product_shop_id_code",
                table: "product",
                columns: new[] { "shop_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_product_statement_import_id",
                table: "product_statement",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_profile_edit_act",
                table: "profile_edit",
                column: "act");

            migrationBuilder.CreateIndex(
                name: "IX_profile_edit_scope_kind_value",
                table: "profile_edit",
                columns: new[] { "scope", "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_mapping_shop_id_name",
                table: "saved_mapping",
                columns: new[] { "shop_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shop_name",
                table: "shop",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_touch_evidence_node_id",
                table: "touch",
                column: "evidence_node_id");

            migrationBuilder.CreateIndex(
                name: "IX_touch_hidden_by_import_id",
                table: "touch",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_touch_import_id",
                table: "touch",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_touch_shop_id_key",
                table: "touch",
                columns: new[] { "shop_id", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_touch_shop_id_order_no",
                table: "touch",
                columns: new[] { "shop_id", "order_no" },
                filter: "evidence_node_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_visitor_count_hidden_by_import_id",
                table: "visitor_count",
                column: "hidden_by_import_id",
                filter: "hidden_by_import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_visitor_count_import_id",
                table: "visitor_count",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_visitor_count_shop_id_day",
                table: "visitor_count",
                columns: new[] { "shop_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_visitor_count_shop_id_key",
                table: "visitor_count",
                columns: new[] { "shop_id", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_token");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "blind_link");

            migrationBuilder.DropTable(
                name: "buyer_order");

            migrationBuilder.DropTable(
                name: "buyer_statement");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "channel");

            migrationBuilder.DropTable(
                name: "channel_use");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "customer");

            migrationBuilder.DropTable(
                name: "customer_tag");

            migrationBuilder.DropTable(
                name: "customer_view");

            migrationBuilder.DropTable(
                name: "cut_off");

            migrationBuilder.DropTable(
                name: "erasure");

            migrationBuilder.DropTable(
                name: "evidence_claim");

            migrationBuilder.DropTable(
                name: "evidence_node");

            migrationBuilder.DropTable(
                name: "exchange_rate");

            migrationBuilder.DropTable(
                name: "export");

            migrationBuilder.DropTable(
                name: "fact_repeat");

            migrationBuilder.DropTable(
                name: "grid_limits");

            migrationBuilder.DropTable(
                name: "identity_decision");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "order_buyer");

            migrationBuilder.DropTable(
                name: "order_cost");

            migrationBuilder.DropTable(
                name: "order_details");

            migrationBuilder.DropTable(
                name: "order_fact");

            migrationBuilder.DropTable(
                name: "order_line");

            migrationBuilder.DropTable(
                name: "order_receiver");

            migrationBuilder.DropTable(
                name: "order_refund");

            migrationBuilder.DropTable(
                name: "product");

            migrationBuilder.DropTable(
                name: "product_statement");

            migrationBuilder.DropTable(
                name: "profile_edit");

            migrationBuilder.DropTable(
                name: "saved_mapping");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "shop");

            migrationBuilder.DropTable(
                name: "touch");

            migrationBuilder.DropTable(
                name: "upload");

            migrationBuilder.DropTable(
                name: "visitor_count");

            migrationBuilder.DropTable(
                name: "app_user");
        }
    }
}
