using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Huitou.Data.Sqlite.Migrations
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    shops = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "app_user",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    shops = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_app_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "blind_link",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blind_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "buyer_order",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buyer_order", x => new { x.node_id, x.order_id });
                });

            migrationBuilder.CreateTable(
                name: "buyer_statement",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_at = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    region_at = table.Column<long>(type: "INTEGER", nullable: false),
                    city = table.Column<string>(type: "TEXT", nullable: false),
                    city_at = table.Column<long>(type: "INTEGER", nullable: false),
                    more = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buyer_statement", x => new { x.node_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    subject_id = table.Column<long>(type: "INTEGER", nullable: false),
                    transaction = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    first_import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "channel_use",
                columns: table => new
                {
                    channel_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_use", x => new { x.channel_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    is_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    proof = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    stable_seed = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    city = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_at = table.Column<long>(type: "INTEGER", nullable: false),
                    region_at = table.Column<long>(type: "INTEGER", nullable: false),
                    city_at = table.Column<long>(type: "INTEGER", nullable: false),
                    binned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    first_import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer_tag",
                columns: table => new
                {
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_tag", x => new { x.customer_id, x.tag });
                });

            migrationBuilder.CreateTable(
                name: "cut_off",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: true),
                    valid_from = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cut_off", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    act = table.Column<Guid>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_claim",
                columns: table => new
                {
                    node_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_claim", x => new { x.node_id, x.kind, x.scope, x.value, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "evidence_node",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_node", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    rate = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_rate", x => new { x.currency, x.day });
                });

            migrationBuilder.CreateTable(
                name: "export",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    job_id = table.Column<long>(type: "INTEGER", nullable: false),
                    table = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    columns = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    unmasked = table.Column<bool>(type: "INTEGER", nullable: false),
                    filter = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    shops = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fact_repeat",
                columns: table => new
                {
                    fact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    rank = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_repeat", x => new { x.fact_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "grid_limits",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: true),
                    valid_from = table.Column<int>(type: "INTEGER", nullable: false),
                    active_max = table.Column<int>(type: "INTEGER", nullable: false),
                    silent_max = table.Column<int>(type: "INTEGER", nullable: false),
                    dormant_max = table.Column<int>(type: "INTEGER", nullable: false),
                    fan_min = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_limits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_decision",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    act = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_same = table.Column<bool>(type: "INTEGER", nullable: false),
                    one_scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    one_kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    one_value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    other_scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    other_kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    other_value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    overruled_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    upload_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    preset = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rejects = table.Column<string>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    counts_customers_new = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_customers_touched = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_items = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_items_changed = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_items_new = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_items_unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_items_with_buyer = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_rows = table.Column<long>(type: "INTEGER", nullable: false),
                    counts_rows_rejected = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    shops = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_buyer",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    evidence_node_id = table.Column<long>(type: "INTEGER", nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_buyer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_cost",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    goods = table.Column<long>(type: "INTEGER", nullable: true),
                    freight = table.Column<long>(type: "INTEGER", nullable: true),
                    fee = table.Column<long>(type: "INTEGER", nullable: true),
                    service = table.Column<long>(type: "INTEGER", nullable: true),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_cost", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_details",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_details", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    evidence_node_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    status = table.Column<byte>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    day = table.Column<int>(type: "INTEGER", nullable: true),
                    minute = table.Column<int>(type: "INTEGER", nullable: false),
                    channel_id = table.Column<int>(type: "INTEGER", nullable: false),
                    marks = table.Column<byte>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    discount = table.Column<long>(type: "INTEGER", nullable: false),
                    has_lines = table.Column<bool>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    rate = table.Column<long>(type: "INTEGER", nullable: true),
                    original_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_line",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    product_id = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    marks = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_line", x => new { x.order_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "order_receiver",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    city = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    district = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_receiver", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "order_refund",
                columns: table => new
                {
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    refund_no = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_refund", x => new { x.order_id, x.refund_no });
                });

            migrationBuilder.CreateTable(
                name: "product",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    season = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    style = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    list_price = table.Column<long>(type: "INTEGER", nullable: true),
                    unit_cost = table.Column<long>(type: "INTEGER", nullable: true),
                    launch_day = table.Column<int>(type: "INTEGER", nullable: true),
                    told = table.Column<string>(type: "TEXT", nullable: false),
                    first_import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "product_statement",
                columns: table => new
                {
                    product_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_product_statement", x => new { x.product_id, x.import_id });
                });

            migrationBuilder.CreateTable(
                name: "profile_edit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    act = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    attribute = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    taken_back_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profile_edit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_mapping",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    header = table.Column<string>(type: "TEXT", nullable: false),
                    reading = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_mapping", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "shop",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shop", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "touch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    minute = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence_node_id = table.Column<long>(type: "INTEGER", nullable: true),
                    order_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    product_id = table.Column<int>(type: "INTEGER", nullable: false),
                    channel_id = table.Column<int>(type: "INTEGER", nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_touch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    shops = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visitor_count",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    channel_id = table.Column<int>(type: "INTEGER", nullable: false),
                    visitors = table.Column<int>(type: "INTEGER", nullable: false),
                    shop_id = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hidden_by_import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rank = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visitor_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<long>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
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
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<long>(type: "INTEGER", nullable: false)
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
                    user_id = table.Column<long>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    user_id = table.Column<long>(type: "INTEGER", nullable: true),
                    maker = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    filter = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    sort = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    columns = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    shops = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
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
